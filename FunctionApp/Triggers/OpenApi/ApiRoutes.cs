using FuseDeskFlows.Events;
using FuseDeskFlows.Orchestrations.Agent;
using FuseDeskFlows.Orchestrations.Audit;
using FuseDeskFlows.Orchestrations.Chats;
using FuseDeskFlows.Orchestrations.Digest;
using FuseDeskFlows.Orchestrations.Drafts;
using FuseDeskFlows.Orchestrations.Timeline;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Reports.Agent;
using FuseDeskFlows.Reports.Audit;
using FuseDeskFlows.Reports.CaseEvents;
using FuseDeskFlows.Reports.Chats;
using FuseDeskFlows.Reports.Digest;
using FuseDeskFlows.Reports.Drafts;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Reports.Timeline;
using FuseDeskFlows.Reports.Triage;
using FuseDeskFlows.Triggers.Agent;
using FuseDeskFlows.Triggers.Audit;
using FuseDeskFlows.Triggers.Digest;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Mcp;
using FuseDeskFlows.Triggers.Runs;
using FuseDeskFlows.Triggers.Triage;

namespace FuseDeskFlows.Triggers.OpenApi;

/// <summary>Every route of the app that programs call, one entry each. A new HTTP function is added here.</summary>
internal static class ApiRoutes
{
    private const string ForPeople = "is a page for people, or what a page loads or sends: it may look otherwise with any version.";

    private static readonly ApiParameter CaseId = new("caseId", "integer", "The case's id, not its public number.", "84877");

    public static IReadOnlyList<ApiRoute> All { get; } =
    [
        ApiRoute.Starting<TriageRequest, TriageReport>(
            "TriageCase", "cases/triage", "Triages a customer's newest case, or a given one.",
            """{ "email": "sarah@examplecorp.com" }""") with
        {
            Fields = TriageBody.Fields,
            RequestNote = "What to triage: exactly one of email, search, contactId and caseId.",
        },
        ApiRoute.Starting<TimelineRequest, TimelineReport>(
            "ReadTimeline", "contacts/timeline", "Merges a contact's cases, chats and emails.",
            """{ "email": "sarah@examplecorp.com" }""") with
        {
            Fields = ContactFields.Names,
            RequestNote = "Whose timeline: exactly one of email, search and contactId.",
        },
        ApiRoute.Starting<AuditRequest, AuditReport>(
            "AuditChats", "chats/audit", "Finds the live chats in which a customer waits.",
            """{ "departments": ["Technical Support"] }""") with
        {
            Fields = ["departments"],
            RequestNote = "Which departments' chats; without any, those of the settings.",
        },
        ApiRoute.Starting<ChatSummaryInput, ChatSummaryReport>(
            "SummarizeChat", "chats/{chatId}/summary", "Tells a live chat to the rep who takes it over.", "{}") with
        {
            Parameters = [new("chatId", "string", "The chat's id.", "10294")],
            RequestNote = "An empty object.",
        },
        ApiRoute.Starting<DigestRequest, DigestReport>(
            "DigestCases", "cases/digest", "Reads every matching case whole, and tells it in a line.",
            """{ "openedOn": "yesterday" }""") with
        {
            Fields = DigestBody.Fields,
            RequestNote = "Which cases: by status, by the day or days on which they were opened, on a zone's clock, or both.",
        },
        ApiRoute.Starting<DraftReplyRequest, DraftReport>(
            "DraftCaseReply", "cases/{caseId}/draft", "Drafts a reply to a case's customer. Nothing is sent.", "{}") with
        {
            Parameters = [CaseId],
            RequestNote = "An empty object.",
        },
        ApiRoute.Starting<AgentRequest, AgentReport>(
            "AskAgent", "agent", "Answers a free question: a model chooses the tools, and each step is durable.",
            """{ "prompt": "Who waits longest in Billing?", "maxSteps": 10 }""") with
        {
            Fields = AgentBody.Fields,
            RequestNote = "The question, and what the agent may do to answer it.",
        },
        ApiRoute.Reading<RunList>("ListRuns", "runs", "Lists runs.", 400) with
        {
            Parameters =
            [
                new("name", "string", "Only runs of this flow.", "CaseTriage"),
                new("status", "string", "Only runs of this status.") { Values = [.. RunMapper.StatusNames.Keys] },
                new("top", "integer", "How many at most.", "20") { Maximum = RunListQuery.MaxTop },
                new("continuation", "string", "The one that is in the list's next."),
            ],
        },
        ApiRoute.Reading<RunDetail>("GetRun", "runs/{id}", "Shows what a run does, waits for and found.", 404, 406) with
        {
            Parameters = [new("id", "string", "The run's id.")],
            HasPages = true,
        },
        ApiRoute.Reading<AuditList>("ListAudits", "audits", "Lists the last audits.", 400) with
        {
            Parameters =
            [
                new("department", "string", "Only of this department."),
                new("from", "string", "Only those checked at this moment or later.", "2026-03-02T09:00:00Z") { Format = "date-time" },
                new("to", "string", "Only those checked before this moment.") { Format = "date-time" },
            ],
        },
        ApiRoute.Reading<AuditReport>("GetLatestAudit", "audits/latest", "Shows the newest escalation report.", 400, 404, 406) with
        {
            Parameters = [new("department", "string", "Only of this department.")],
            HasPages = true,
        },
        ApiRoute.Reading<LatestTriageReport>(
            "GetCaseTriage", "cases/{caseId}/triage", "Shows the newest triage that a case's events caused.", 400, 404) with
        {
            Parameters = [CaseId],
        },
        ApiRoute.Reading<PoisonedEventList>(
            "ListPoisonedCaseEvents", "case-events/poison", "Shows the oldest events that could not be handled."),
        ApiRoute.Reading<ReplayedEvents>(
            "ReplayCaseEvents", "case-events/replay", "Puts the events that could not be handled back into the queue.") with
        {
            Method = HttpMethod.Post,
        },
        .. WriteRoutes.All,
    ];

    /// <summary>HTTP functions that are not in the document, and why.</summary>
    public static IReadOnlyDictionary<string, string> LeftOut { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ConsoleApprovals"] = "is a page for people.",
        ["ConsoleDecide"] = "takes the form of that page: programs decide by DecideApproval.",
        ["TrutoWebhook"] = "takes what Truto signs, as Truto writes it: nobody else calls it.",
        [OpenApiEndpoint.Name] = "is the document.",
        [McpEndpoint.Name] = "speaks the Model Context Protocol, which describes itself.",
        ["ConsoleToday"] = ForPeople,
        ["ConsoleRuns"] = ForPeople,
        ["ConsoleRun"] = ForPeople,
        ["ConsoleAsk"] = ForPeople,
        ["ConsoleStart"] = ForPeople,
        ["ConsoleEvents"] = ForPeople,
        ["ConsoleReplayEvents"] = ForPeople,
        ["ConsoleQuota"] = ForPeople,
        ["GetStyleSheet"] = ForPeople,
        ["GetConsoleScript"] = ForPeople,
    };
}
