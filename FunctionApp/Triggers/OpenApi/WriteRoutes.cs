using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.Reports.Writes;
using FuseDeskFlows.Triggers.Approvals;
using FuseDeskFlows.Triggers.Runs;

namespace FuseDeskFlows.Triggers.OpenApi;

/// <summary>The routes by which writes are proposed and decided.</summary>
internal static class WriteRoutes
{
    public static IReadOnlyList<ApiRoute> All { get; } =
    [
        ApiRoute.Starting<ToolWriteRequest, WriteReport>(
            "ProposeWrite", "writes", "Proposes a write, which waits for a person's approval.",
            """{ "tool": "cases/update", "arguments": { "id": 84877, "rep_id": 50 }, "approve": true, "by": "Ann Lee" }""") with
        {
            Fields = WriteBody.Fields,
            RequestNote = "What to write, and who proposes it; with approve, whoever proposes it approves it too.",
        },
        ApiRoute.Reading<ApprovalList>("ListApprovals", "approvals", "Lists the writes that wait for a person.", 400) with
        {
            Parameters =
            [
                new("top", "integer", "How many runs to look at for one page.", "20") { Maximum = RunListQuery.MaxTop },
                new("continuation", "string", "The one that is in the list's next."),
            ],
        },
        new(
            "DecideApproval", HttpMethod.Post, "runs/{id}/approvals/{callId}",
            "Approves or rejects a write. The one decision that counts is the one that its run takes first.")
        {
            Parameters =
            [
                new("id", "string", "The runId of the write that waits."),
                new("callId", "string", "Its callId."),
            ],
            Request = typeof(DecisionRequest),
            Fields = DecisionBody.Fields,
            Example = """
                {
                  "decision": "approve",
                  "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                  "by": "Ben Ode"
                }
                """,
            Answer = typeof(DecisionResult),
            Accepted = typeof(DecisionResult),
            Problems = [400, 404, 409, 410, 413, 415],
        },
    ];
}
