using System.Globalization;
using System.Text.Json.Nodes;
using FuseDeskFlows.Orchestrations.Agent;
using FuseDeskFlows.Orchestrations.Audit;
using FuseDeskFlows.Orchestrations.Chats;
using FuseDeskFlows.Orchestrations.Digest;
using FuseDeskFlows.Orchestrations.Drafts;
using FuseDeskFlows.Orchestrations.Timeline;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Reports.Pages.Forms;
using FuseDeskFlows.Triggers.Agent;
using FuseDeskFlows.Triggers.Audit;
using FuseDeskFlows.Triggers.Chats;
using FuseDeskFlows.Triggers.Digest;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Timeline;
using FuseDeskFlows.Triggers.Triage;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Triggers.Pages.Asking;

/// <summary>The flows that can be started by a form.</summary>
/// <param name="time">The clock by which days are checked.</param>
public sealed class AskFlows(TimeProvider time)
{
    private static readonly FormField Who = new(AskFlow.SubjectField, "Email, name, contact id or case number")
    {
        IsRequired = true,
        Hint = "For example sarah@examplecorp.com, Sarah Whitfield or 84877",
    };

    /// <summary>The flows in the order of their forms.</summary>
    internal IReadOnlyList<AskFlow> All { get; } =
    [
        new(
            new("triage", "What about this case?", "Who waits for whom, what was asked last, what was done, and the next step.",
                [Who, new("channels", "with the customer's whole timeline of cases, chats and emails", FormFieldKind.Check)]),
            CaseTriage.Name,
            "triage",
            sent => sent["channels"] == "true" ? With(Subject(sent, withCase: true), "channels", true) : Subject(sent, withCase: true),
            body => TriageBody.Parse(body).Select<object>(request => request)),
        new(
            new("timeline", "What happened with this customer?", "Cases, chats and emails of one contact in one timeline.",
                [Who with { Label = "Email, name or contact id", Hint = "For example sarah@examplecorp.com or Sarah Whitfield" }]),
            ContactTimeline.Name,
            "timeline",
            sent => Subject(sent, withCase: false),
            body => TimelineBody.Parse(body).Select<object>(request => request)),
        new(
            new("draft", "Draft a reply", "A reply in the tone of the rep who answered last. Nothing is sent.",
                [new("caseId", "Case number") { IsRequired = true, Hint = "For example 84877" }]),
            DraftReply.Name,
            "draft",
            sent => new() { ["caseId"] = Text(sent, "caseId") },
            body => CaseIdParser.Parse(body.GetProperty("caseId").GetString() ?? "")
                .Select<object>(id => new DraftReplyRequest { CaseId = id })),
        new(
            new("chat", "What was this chat about?", "What is wrong, what was tried and promised, the customer's mood, and the next step.",
                [new(ChatIdParser.Field, "Chat number") { IsRequired = true, Hint = "For example 10294" }]),
            ChatSummary.Name,
            ChatSummaryTrigger.IdPrefix,
            sent => new() { [ChatIdParser.Field] = Text(sent, ChatIdParser.Field) },
            body => ChatIdParser.Parse(body.GetProperty(ChatIdParser.Field).GetString() ?? "")
                .Select<object>(id => new ChatSummaryInput { ChatId = id })),
        new(
            new("audit", "Who waits in a live chat?", "The chats in which a customer waits, for how long, about what, and whom to chase.",
                [
                    new("departments", "Departments")
                    {
                        Hint = "Separated by semicolons, for example Billing; Sales. Empty: those of the settings.",
                    },
                ]),
            ChatEscalationAudit.Name,
            AuditTrigger.IdPrefix,
            sent => Names(sent["departments"].ToString()) is { Count: > 0 } names ? new() { ["departments"] = names } : [],
            body => AuditBody.Parse(body).Select<object>(request => request)),
        new(
            new("digest", "Read many cases", "Every case that matches is read whole, a line each. It costs a call a case.",
                [
                    new("status", "Status", FormFieldKind.Choice)
                    {
                        Choices = [("new", "new"), ("open", "open"), ("closed", "closed"), ("", "all")], Value = "new",
                    },
                    new("openedOn", "Opened on") { Hint = "today, yesterday or a date such as 2026-03-02. Empty: whenever." },
                ]),
            CaseDigest.Name,
            "digest",
            sent => Given(sent, "status", "openedOn"),
            body => body.EnumerateObject().Any()
                ? DigestBody.Parse(body, time.GetUtcNow()).Select<object>(request => request)
                : ApiProblem.InvalidRequest(("openedOn", "openedOn is needed where the status is all."))),
        new(
            new(
                "agent",
                "Ask anything",
                "A language model chooses what to read, call by call, and answers with what it found.",
                [
                    new("prompt", "Question", FormFieldKind.Text)
                    {
                        IsRequired = true,
                        Hint = "For example: Who waits longest in Billing, and for what?",
                    },
                ]),
            AgentRun.Name,
            "agent",
            sent => Given(sent, "prompt"),
            body => AgentBody.Parse(body).Select<object>(request => request)),
    ];

    // What one field says is told from its form.
    private static JsonObject Subject(IFormCollection sent, bool withCase) => Text(sent, Who.Name) switch
    {
        var email when ContactFields.IsAddress(email) => new() { ["email"] = email },
        var id when Guid.TryParse(id, out _) => new() { ["contactId"] = id },
        var number when withCase && long.TryParse(number, CultureInfo.InvariantCulture, out var id) && id > 0 =>
            new() { ["caseId"] = id },
        var name => new() { ["search"] = name },
    };

    private static JsonObject With(JsonObject body, string name, JsonNode value)
    {
        body[name] = value;
        return body;
    }

    private static JsonObject Given(IFormCollection sent, params string[] fields)
    {
        var body = new JsonObject();
        foreach (var field in fields.Where(field => Text(sent, field).Length > 0))
        {
            body[field] = Text(sent, field);
        }

        return body;
    }

    private static JsonArray Names(string text) =>
        [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => (JsonNode)name)];

    private static string Text(IFormCollection sent, string field) => sent[field].ToString().Trim();
}
