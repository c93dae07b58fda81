using System.Text.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.Activities.Agent.Settings;
using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Orchestrations.Agent;
using FuseDeskFlows.Orchestrations.Audit;
using FuseDeskFlows.Orchestrations.Chats;
using FuseDeskFlows.Orchestrations.Digest;
using FuseDeskFlows.Orchestrations.Drafts;
using FuseDeskFlows.Orchestrations.Timeline;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.Reports.Agent;
using FuseDeskFlows.Reports.Audit;
using FuseDeskFlows.Reports.Chats;
using FuseDeskFlows.Reports.Digest;
using FuseDeskFlows.Reports.Drafts;
using FuseDeskFlows.Reports.Timeline;
using FuseDeskFlows.Reports.Triage;
using FuseDeskFlows.Reports.Writes;
using FuseDeskFlows.Triggers.Agent;
using FuseDeskFlows.Triggers.Approvals;
using FuseDeskFlows.Triggers.Audit;
using FuseDeskFlows.Triggers.Chats;
using FuseDeskFlows.Triggers.Digest;
using FuseDeskFlows.Triggers.Drafts;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Starting;
using FuseDeskFlows.Triggers.Timeline;
using FuseDeskFlows.Triggers.Triage;
using FuseDeskFlows.Truto.Settings;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace FuseDeskFlows.Triggers.Mcp;

/// <summary>The tools that other assistants call: each answers a whole question by one flow, started as its POST starts it.</summary>
internal sealed class FlowTools
{
    private readonly RunCalls _runs;
    private readonly IOptions<AgentOptions> _agents;

    public FlowTools(
        IOptions<TrutoOptions> truto,
        IOptions<AuditOptions> audit,
        IOptions<McpOptions> options,
        IOptions<AgentOptions> agents,
        IServiceProvider services,
        ModelReadiness model,
        TimeProvider time)
    {
        _runs = new(options, time);
        _agents = agents;
        All =
        [
            Flow<TriageRequest, TriageReport>(
                "triage_case", "Triage a case",
                "What happened with a customer's newest case, or a given one: who waits for whom, the last question, what reps did, who "
                + "answered last, a summary with its evidence, the next step. Exactly one of email, search, contactId and caseId.",
                TriageBody.Fields,
                (_, _) => new TriageTrigger(truto, model, time).Endpoint),
            Flow<TimelineRequest, TimelineReport>(
                "contact_timeline", "Read a contact's timeline",
                "A contact's cases, live chats and emails, merged into one timeline. Exactly one of email, search and contactId.",
                ContactFields.Names,
                (_, _) => new TimelineTrigger(truto, time).Endpoint),
            Flow<AuditRequest, AuditReport>(
                "audit_chats", "Audit live chats",
                "The live chats in which a customer waits now, for how long, about what, and whom to chase; of some departments, or of "
                + "those of the settings.",
                ["departments"],
                (call, _) => new AuditTrigger(truto, audit, model, time).Endpoint(call.Client, call.CancellationToken)),
            Flow<ChatSummaryInput, ChatSummaryReport>(
                "summarize_chat", "Summarize a live chat",
                "One live chat by its id, for the rep who takes it over: what is wrong, what was tried and promised, the open question, "
                + "who waits since when, the customer's mood with the messages that show it.",
                ["chatId"],
                (_, id) => new ChatSummaryTrigger(truto, model, time).Endpoint(id),
                inRoute: "chatId"),
            Flow<DigestRequest, DigestReport>(
                "digest_cases", "Digest cases",
                "All cases of a status, or opened on a day or days (openedOn: today, yesterday or a date), each read whole and told in a "
                + "line. It makes a call for each case.",
                DigestBody.Fields,
                (_, _) => new DigestTrigger(truto, model, time).Endpoint),
            Flow<DraftReplyRequest, DraftReport>(
                "draft_reply", "Draft a reply",
                "A draft of a reply to a case's customer, in the tone of the rep who last answered. Nothing is sent.",
                ["caseId"],
                (_, id) => new DraftTrigger(truto, model, time).Endpoint(id),
                inRoute: "caseId"),
            Flow<AgentRequest, AgentReport>(
                "ask_agent", "Ask the agent",
                "A free question that none of the other tools answers: a model of the app chooses tools and answers with evidence. It only "
                + "reads, and needs the app to have a model.",
                [.. AgentBody.Fields.Except(["allowWrites"], StringComparer.Ordinal)],
                (call, _) => ActivatorUtilities.CreateInstance<AgentTrigger>(services).Endpoint(call.Client, call.CancellationToken),
                required: ["prompt"]),
            Flow<ToolWriteRequest, WriteReport>(
                "propose_write", "Propose a write",
                "Proposes one write to FuseDesk, such as a note, a rep or a status of a case. Nothing is written: the answer says where a "
                + "person decides on exactly these arguments, and no tool can decide for her.",
                WriteBody.Proposed,
                (call, _) => ActivatorUtilities.CreateInstance<WriteTrigger>(services).Proposal(call.CancellationToken),
                required: ["tool", "arguments"],
                proposes: true),
            new(
                "get_run", "Go on with a run",
                "The state of a run and its report, once it is there; waits for it as long as a call may take.")
            {
                Input = _ => RunCalls.InputSchema(),
                Output = schemas => schemas.Inline(typeof(RunAnswer)),
                CallAsync = _runs.GetAsync,
            },
            new(
                "waiting_now", "See who waits",
                "The customers who waited in live chats when those were audited last, and what runs wait for. It asks nothing of FuseDesk.")
            {
                Input = _ => new() { ["type"] = "object", ["properties"] = new JsonObject(), ["additionalProperties"] = false },
                Output = schemas => schemas.Inline(typeof(WaitingNow)),
                CallAsync = WaitingTool.GetAsync,
            },
        ];
    }

    public IReadOnlyList<FlowTool> All { get; }

    /// <summary>Those that the settings allow: none proposes a write where agents may not.</summary>
    public IEnumerable<FlowTool> Offered => All.Where(tool => !tool.Proposes || MayPropose);

    private bool MayPropose => ConfigurationCheck.FindProblem(_agents) is null && _agents.Value.AllowWrites;

    /// <summary>Calls one of the tools that are offered.</summary>
    public async Task<CallToolResult> CallAsync(
        RequestContext<CallToolRequestParams> request, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var tool = Offered.First(tool => string.Equals(tool.Name, request.Params.Name, StringComparison.Ordinal));
        var arguments = JsonSerializer.SerializeToElement(
            request.Params.Arguments ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal));
        return await tool.CallAsync(new(arguments, client, request, cancellationToken));
    }

    private FlowTool Flow<TInput, TReport>(
        string name,
        string title,
        string description,
        IReadOnlyList<string> fields,
        Func<FlowTool.ToolCall, string, IFlowStart> endpoint,
        string? inRoute = null,
        IReadOnlyList<string>? required = null,
        bool proposes = false) => new(name, title, description)
        {
            Input = schemas => ToolSchemas.OfInput(schemas, typeof(TInput), fields, required ?? (inRoute is null ? [] : [inRoute])),
            Output = schemas => ToolSchemas.OfAnswer(schemas, typeof(TReport), proposes),
            Report = typeof(TReport),
            Proposes = proposes,
            CallAsync = call =>
            {
                if (BodyFields.FindUnknown(call.Arguments.EnumerateObject(), [.. fields, RunId.Argument]) is { } unknown)
                {
                    return Task.FromResult(ToolResults.Problem(unknown));
                }

                var key = call.Arguments.TryGetProperty(RunId.Argument, out var given) && given.ValueKind != JsonValueKind.Null
                    ? given.ToString()
                    : null;
                var routeValue = inRoute is not null && call.Arguments.TryGetProperty(inRoute, out var value)
                    && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : "";
                return _runs.StartAsync(endpoint(call, routeValue), Without(call.Arguments, RunId.Argument, inRoute), key, call);
            },
        };

    private static JsonElement Without(JsonElement arguments, params string?[] fields)
    {
        var rest = JsonObject.Create(arguments)!;
        foreach (var field in fields.OfType<string>())
        {
            rest.Remove(field);
        }

        return JsonSerializer.SerializeToElement(rest);
    }
}
