using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Extractive;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Lookup;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Reports.Chats;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Chats;

/// <summary>One run of <see cref="ChatSummary"/>.</summary>
internal sealed class ChatSummaryRun(TaskOrchestrationContext context, ChatId id, ParentRun? parent)
{
    private const int Steps = 3;

    private readonly FlowContext _flow = new(context, Steps, parent: parent);
    private readonly List<ReportProblem> _problems = [];
    private ChatSummaryReport _report = new();

    /// <exception cref="OutOfQuotaException">A quota did not come back in time; the report so far is stored.</exception>
    public Task<ChatSummaryReport> RunAsync() =>
        PartialReports.RunOrStoreAsync(context, _flow, parent, ReadAsync, problem => Build([.. _problems, problem]));

    private async Task<ChatSummaryReport> ReadAsync()
    {
        _flow.StartStep("reading the chat");
        var answer = await _flow.CallToolAsync<Chat>(ToolNames.GetChat, id);
        if (answer.Value is { } chat)
        {
            Tell(chat);
            _flow.StartStep("finding rep and department");
            await NameAsync(chat);
            _flow.StartStep(WritingCalls.SummaryPhase);
            await SummarizeAsync(chat);
        }
        else
        {
            _problems.Add(answer.Problem($"Chat {id}"));
        }

        _flow.CompleteSteps();
        return Build(_problems);
    }

    private ChatSummaryReport Build(IReadOnlyList<ReportProblem> problems)
    {
        var report = _report with { Usage = _flow.Usage, Problems = [.. problems, .. _flow.Gaps.Problems] };
        return report with { NextStep = ChatNextStep.For(report) };
    }

    private void Tell(Chat chat)
    {
        var text = new CaseText(chat.Messages);
        var waiting = ChatFacts.WaitingIn(chat, text, repNames: []);
        var question = waiting?.On == WaitingOn.Team || ChatFacts.EndedUnanswered(chat, text) ? ChatFacts.OpenQuestion(text) : null;
        var signs = MoodSigns.Find(text);
        _report = new()
        {
            Chat = ChatFacts.Describe(chat),
            AsOf = _flow.UtcNow,
            Customer = ChatFacts.CustomerOf(chat),
            Rep = chat.RepId is { } assigned ? new() { Id = assigned, Name = ChatFacts.NameInMessages(chat, assigned) } : null,
            LastRep = ChatFacts.LastRep(chat),
            Waiting = waiting,
            OpenQuestion = question,
            AlsoAsked = ChatFacts.AlsoAsked(text, question),
            Issue = ChatIssue.From(ExtractiveChatSummarizer.Summarize(chat)),
            Tried = ChatFacts.Tried(text),
            Promised = ChatFacts.Promised(text),
            Mood = chat.Messages.Count == 0 ? null : new() { Last = signs.Count > 0 ? signs[^1].Mood : Mood.NoneShown, Signs = signs },
        };
        _problems.AddRange(UncertainTexts.ProblemsOf(chat.Messages));
        if (chat is { Messages.Count: 0, Gaps: null })
        {
            _problems.Add(new() { Type = ProblemTypes.EmptyHistory, Detail = "The chat has no messages: nothing can be summarised." });
        }
    }

    private async Task NameAsync(Chat chat)
    {
        RepId[] reps = [.. new[] { _report.Rep?.Id, _report.LastRep?.Id }.OfType<RepId>().Distinct()];
        DepartmentId[] departments = chat.DepartmentId is { } known ? [known] : [];
        if (reps.Length + departments.Length == 0)
        {
            return;
        }

        var directory = await new DirectoryLookup(_flow).FindAsync(reps, departments);
        var rep = directory.Name(_report.Rep);
        _report = _report with
        {
            Chat = _report.Chat! with { Department = ChatFacts.Name(_report.Chat!.Department, directory) },
            Rep = rep is { Active: false }
                ? rep with { Alternative = ColleagueSelector.For(directory.Reps, chat.DepartmentId, chat.Messages, rep.Id) }
                : rep,
            LastRep = directory.Name(_report.LastRep),
            Waiting = _report.Waiting ?? ChatFacts.WaitingIn(
                chat, new(chat.Messages), directory.Reps.Select(listed => listed.Name).OfType<string>()),
        };
        _problems.AddRange(new[]
        {
            reps.Any(asked => directory.Rep(asked) is null) ? directory.RepsProblem : null,
            departments.Any(asked => directory.Department(asked) is null) ? directory.DepartmentsProblem : null,
        }.OfType<ReportProblem>());
    }

    private async Task SummarizeAsync(Chat chat)
    {
        if (chat.Messages.Count > 0)
        {
            var summary = await new WritingCalls(_flow).SummarizeAsync(chat);
            _report = _report with { Summary = summary.Text };
            _problems.AddRange(summary.Problems);
        }
    }
}
