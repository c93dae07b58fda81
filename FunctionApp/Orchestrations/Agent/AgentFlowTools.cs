using FuseDeskFlows.Activities.Agent.Tools;
using FuseDeskFlows.Orchestrations.Audit;
using FuseDeskFlows.Orchestrations.Chats;
using FuseDeskFlows.Orchestrations.Digest;
using FuseDeskFlows.Orchestrations.Drafts;
using FuseDeskFlows.Orchestrations.Timeline;
using FuseDeskFlows.Orchestrations.Triage;

namespace FuseDeskFlows.Orchestrations.Agent;

/// <summary>
/// The flows that an agent may call as tools: one call instead of ten, with a checked result. A further flow is one entry here.
/// </summary>
internal static class AgentFlowTools
{
    private const string Contact = """
        "email":{"type":"string","description":"The customer's email address, whole."},
        "search":{"type":"string","description":"A name or an address, or a part of one."},
        "contactId":{"type":"string","description":"The contact's id."}
        """;

    private const string Case = """ "caseId":{"type":"integer","description":"The case's id."} """;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AgentFlowTool> All { get; } =
    [
        AgentFlowTool.Create<TriageRequest>(
            "triage_case", CaseTriage.Name,
            "A customer's newest case, or a given one: its summary, the last question, who waits for whom, who answered last, "
                + "what was done, and the next step. Give exactly one of the arguments.",
            $"{{{Contact},{Case}}}",
            (request, _) => request.NamesOneThing ? null : "Exactly one of email, search, contactId and caseId is needed.",
            (request, parent) => request with { Parent = parent }),
        AgentFlowTool.Create<TimelineRequest>(
            "contact_timeline", ContactTimeline.Name,
            "All cases, chats and emails of one customer in one timeline. Give exactly one of the arguments.",
            $"{{{Contact}}}",
            (request, _) => request.NamesOneThing ? null : "Exactly one of email, search and contactId is needed.",
            (request, parent) => request with { Parent = parent }),
        AgentFlowTool.Create<AuditRequest>(
            "audit_chats", ChatEscalationAudit.Name,
            "The live chats of departments in which a customer waits: for how long, about what, and whom to chase. "
                + "Like every audit its report is also posted where the settings say.",
            """
            {"departments":{"type":"array","items":{"type":"string"},
              "description":"Names of departments; those of the settings unless given."}}
            """,
            (_, _) => null,
            (request, parent) => request with { Parent = parent }),
        AgentFlowTool.Create<ChatSummaryInput>(
            "summarize_chat", ChatSummary.Name,
            "One live chat by its id: what is wrong, what was tried and promised, the open question, the mood, and the next step.",
            """{"chatId":{"type":"string","minLength":1,"description":"The chat's id, such as 10294."}}""",
            (request, _) => string.IsNullOrWhiteSpace(request.ChatId.Value) ? "'chatId' must be a chat's id." : null,
            (request, parent) => request with { Parent = parent },
            required: "chatId"),
        AgentFlowTool.Create<DigestRequest>(
            "digest_cases", CaseDigest.Name,
            "Every case of a status or of days, each read whole and told in a line. Give at least one of status and the days.",
            """
            {"status":{"type":"string","description":"new, open (waits for the customer) or closed."},
             "openedOn":{"type":"string","description":"today, yesterday or a date such as 2026-03-02."},
             "openedFrom":{"type":"string","description":"The first day of a range, a date."},
             "openedTo":{"type":"string","description":"The last day of a range, a date."},
             "timeZone":{"type":"string","description":"An IANA time zone; UTC unless given."}}
            """,
            (request, now) => DigestQueryParser.Parse(request, now) is { IsValid: false, Fault: var fault } ? fault : null,
            (request, parent) => request with { Parent = parent }),
        AgentFlowTool.Create<DraftReplyRequest>(
            "draft_reply", DraftReply.Name,
            "A draft of a reply to a case's customer, in the tone of the rep who last answered. Nothing is sent.",
            $"{{{Case}}}",
            (_, _) => null,
            (request, parent) => request with { Parent = parent },
            required: "caseId"),
    ];

    /// <summary>What models are told of them.</summary>
    public static AgentFlowDefinitions Definitions { get; } = new([.. All.Select(flow => flow.Tool)]);

    /// <summary>Finds one.</summary>
    /// <param name="name">The tool's name.</param>
    /// <returns>The flow; null if there is none of this name.</returns>
    public static AgentFlowTool? Find(string name) =>
        All.FirstOrDefault(flow => string.Equals(flow.Tool.Name, name, StringComparison.Ordinal));
}
