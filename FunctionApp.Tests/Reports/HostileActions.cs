using FuseDeskFlows.Reports.Agent;
using FuseDeskFlows.Reports.Writes;

namespace FuseDeskFlows.Tests.Reports;

/// <summary>What agents and writes report, with one text wherever a text can stand.</summary>
internal static class HostileActions
{
    public static AgentReport Agent(string text) => new()
    {
        Prompt = text,
        Continues = text,
        Answer = new()
        {
            WrittenBy = text,
            Statements = [new() { Text = text, Evidence = [new() { Cite = text, Call = text, Tool = text }], OnlyFromLists = true }],
        },
        Tools = [text],
        Turns =
        [
            new()
            {
                Number = 1,
                Asked = text,
                Text = text,
                Calls =
                [
                    new() { Id = text, Tool = text, Arguments = text, Status = AgentCallStatus.Refused, Detail = text },
                    new() { Id = text, Tool = text, Arguments = text, Write = Write(text) },
                    new() { Id = text, Tool = text, Arguments = text, Result = new() { Handle = text, StoredAt = text, Lines = 2 } },
                ],
            },
        ],
        Waits = [new() { From = Some.Moment, To = Some.Moment.AddMinutes(1) }],
        Problems = [new() { Type = text, Detail = text }],
    };

    public static WriteReport Write(string text) => new()
    {
        Outcome = WriteOutcome.Written,
        Text = text,
        Tool = text,
        Target = text,
        Arguments = text,
        Changes = [new() { Field = text, Now = text, Then = text, After = text }],
        Approval = Decision(text),
        Decisions = [Decision(text)],
        CreatedId = text,
        Problems = [new() { Type = text, Detail = text }],
    };

    private static ReportApproval Decision(string text) => new()
    {
        Id = text,
        Approved = true,
        By = text,
        IdentifiedBy = text,
        At = Some.Moment,
        Reason = text,
        Hash = text,
        EditedArguments = text,
        EditedHash = text,
    };
}
