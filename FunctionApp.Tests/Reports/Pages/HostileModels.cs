using FuseDeskFlows.Reports.Components;
using FuseDeskFlows.Reports.Pages;
using FuseDeskFlows.Reports.Pages.Approvals;
using FuseDeskFlows.Reports.Pages.Asking;
using FuseDeskFlows.Reports.Pages.Events;
using FuseDeskFlows.Reports.Pages.Forms;
using FuseDeskFlows.Reports.Pages.Quota;
using FuseDeskFlows.Reports.Pages.Runs;
using FuseDeskFlows.Reports.Pages.Today;
using FuseDeskFlows.Reports.Triage;
using FuseDeskFlows.Reports.Writes;

namespace FuseDeskFlows.Tests.Reports.Pages;

/// <summary>The console's pages, with one text wherever a text can stand.</summary>
internal static class HostileModels
{
    public static IReadOnlyDictionary<string, Func<string, HtmlPage>> Pages { get; } = new Dictionary<string, Func<string, HtmlPage>>
    {
        ["today"] = text => Of<TodayView>(new TodayModel
        {
            Now = Some.Moment.AddHours(1),
            ChatsAsOf = Some.Moment,
            Chats = [new(HostileReports.Escalation(text).Chats[0], 5, text)],
            Cases = [new(new(1), text, Some.Moment, text, Some.Moment, text)],
            Approvals = [Write(text)],
            Running = [Running(text)],
            Failed = [new(HostileText.Run(text) with { Status = "failed" }, text) { Error = new() { Type = text, Detail = text } }],
        }),
        ["runs"] = text => Of<RunsView>(new RunsModel
        {
            Names = ["CaseTriage"],
            Statuses = ["failed"],
            Name = text,
            Status = text,
            Runs = [Running(text)],
            Fault = text,
            Next = "?x",
        }),
        ["run"] = text => Of<RunPageView>(new RunModel
        {
            Run = HostileText.Run(text) with { Status = "failed", Approvals = [Write(text)] },
            Subject = text,
            Now = Some.Moment.AddHours(1),
            Steps =
            [
                new(text, RunStepKind.Call, Some.Moment, Some.Moment.AddMinutes(1), true),
                new(text, RunStepKind.Child, Some.Moment, null, false) { Title = "title" },
                new(text, RunStepKind.Wait, Some.Moment, null, false),
            ],
            Report = typeof(TriageView),
            ReportParameters = new Dictionary<string, object> { ["Report"] = HostileText.Report(text) },
        }),
        ["quota"] = text => Of<QuotaView>(new QuotaModel
        {
            Now = Some.Moment,
            Current = new() { Limit = 10, Remaining = 4 },
            Samples = [new(Some.Moment.AddMinutes(-5), 6, 10), new(Some.Moment, 2, 10)],
            Waiting = [Running(text)],
        }),
        ["ask"] = text => Of<AskView>(new AskModel
        {
            Key = "key",
            Forms =
            [
                new("triage", "title", "hint", [.. Enum.GetValues<FormFieldKind>().Select(kind => Field(kind, text))]) { Fault = text },
            ],
        }),
        ["events"] = text => Of<EventsView>(new EventsModel
        {
            Queued = 1,
            Poisoned = 1,
            Oldest = [new() { Message = text }],
            Replayed = 2,
        }),
        ["approvals"] = text => Of<ApprovalsView>(new ApprovalsModel
        {
            UserName = text,
            MayApprove = true,
            Fault = text,
            Approvals = [Write(text)],
        }),
        ["message"] = text => HtmlPage.Of<MessageView>(text, "Model", new MessageModel(text, text, new("/api/console", "Today"))),
    };

    private static FormField Field(FormFieldKind kind, string text) =>
        new("f" + kind, "label", kind) { Value = text, Hint = "hint", Choices = [("value", "name")] };

    private static WriteProposal Write(string text) => new()
    {
        RunId = "write-1",
        CallId = "r1",
        Tool = text,
        Target = text,
        Title = text,
        Arguments = text,
        Changes = [new() { Field = text, Now = text, Then = text }, new() { Field = text, Then = text }],
        Hash = new string('a', 64),
        Differences = [new() { Field = text, Before = text, Now = text }],
        Warnings = [text],
        Reason = text,
        ProposedAt = Some.Moment,
        Deadline = Some.Moment.AddHours(1),
    };

    private static RunLine Running(string text) =>
        new(HostileText.Run(text) with { Status = "running", Error = null }, text) { IsToBeDecided = true };

    private static HtmlPage Of<TView>(object model) =>
        new("title", typeof(TView), new Dictionary<string, object> { ["Model"] = model, ["Root"] = new ConsoleRoot("/api/") });
}
