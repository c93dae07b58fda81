using FuseDeskFlows.Activities.Writing;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Budget;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Writing;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Shared;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Calls;

/// <summary>
/// How a run has texts written: each call of the model is an activity; an exhausted quota is waited for durably, an answer that fails a
/// check is asked for once more, and what the model cannot do is done without it.
/// </summary>
/// <param name="flow">The run, which counts what it costs and how long it waits.</param>
internal sealed class WritingCalls(FlowContext flow)
{
    /// <summary>Shorter histories fit into one call of any model, so nothing needs to be planned.</summary>
    public const int AlwaysFits = 4_000;

    /// <summary>What a run does while a summary is written, for a person; by whom is known where it is written, and not here.</summary>
    public const string SummaryPhase = "writing the summary";

    private const int MaxRejections = 10;

    /// <summary>Has a case summarised; a long one in parts.</summary>
    /// <param name="supportCase">The case.</param>
    /// <returns>The summary.</returns>
    /// <exception cref="RunFailedException">A call failed unexpectedly.</exception>
    public Task<WritingResult> SummarizeAsync(Case supportCase) => SummarizeAsync(
        supportCase,
        SummarizeCaseActivity.Name,
        (notes, wholeFrom) => new CaseSummaryRequest { Case = supportCase, Notes = notes, WholeFrom = wholeFrom });

    /// <summary>Has a chat summarised for the rep who takes it over; a long one in parts.</summary>
    /// <param name="chat">The chat with its messages.</param>
    /// <returns>The summary.</returns>
    /// <exception cref="RunFailedException">A call failed unexpectedly.</exception>
    public Task<WritingResult> SummarizeAsync(Chat chat) => SummarizeAsync(
        new() { Id = chat.CaseId ?? default, Subject = chat.Title, History = chat.Messages },
        SummarizeChatActivity.Name,
        (notes, wholeFrom) => new ChatSummaryRequest { Chat = chat, Notes = notes, WholeFrom = wholeFrom });

    /// <summary>Asks what a chat is about.</summary>
    /// <param name="chat">The chat with its messages.</param>
    /// <returns>One or two statements.</returns>
    /// <exception cref="RunFailedException">The call failed unexpectedly.</exception>
    public Task<WritingResult> ChatIssueAsync(Chat chat) => WriteAsync(WriteChatIssueActivity.Name, new ChatIssueRequest { Chat = chat });

    /// <summary>Asks for a case's line in a digest.</summary>
    /// <param name="supportCase">The case with its whole history.</param>
    /// <returns>One statement.</returns>
    /// <exception cref="RunFailedException">The call failed unexpectedly.</exception>
    public Task<WritingResult> DigestLineAsync(Case supportCase) =>
        WriteAsync(WriteDigestLineActivity.Name, new DigestLineRequest { Case = supportCase });

    /// <summary>Asks for the draft of a reply.</summary>
    /// <param name="supportCase">The case with its whole history.</param>
    /// <param name="repName">In whose tone.</param>
    /// <returns>The paragraphs.</returns>
    /// <exception cref="RunFailedException">The call failed unexpectedly.</exception>
    public Task<WritingResult> DraftAsync(Case supportCase, string? repName) =>
        WriteAsync(WriteDraftActivity.Name, new DraftWritingRequest { Case = supportCase, RepName = repName });

    private async Task<WritingResult> SummarizeAsync(
        Case read, TaskName activity, Func<IReadOnlyList<GeneratedText>, int?, WritingRequest> summary)
    {
        var plan = read.History.Sum(item => (long)item.Text.Length) > AlwaysFits
            ? await flow.CallActivityAsync<HistoryPlan>(PlanCaseSummaryActivity.Name, read)
            : new();
        flow.ModelLimiter.ExpectCalls(plan.Parts.Count + 1);
        var parts = await Task.WhenAll(plan.Parts.Select(part =>
            WriteAsync(SummarizeCasePartActivity.Name, new CasePartRequest { Part = read with { History = part } })));
        var whole = await WriteAsync(activity, summary([.. parts.Select(part => part.Text).OfType<GeneratedText>()], plan.WholeFrom));
        return whole with { Problems = [.. Shortened(plan), .. whole.Problems.Concat(parts.SelectMany(part => part.Problems)).Distinct()] };
    }

    private async Task<WritingResult> WriteAsync(TaskName activity, WritingRequest request)
    {
        while (true)
        {
            var outcome = await CallModelAsync(activity, request);
            if (outcome.FailedCheck is not { } failedCheck)
            {
                return new(outcome.Value, outcome.Fault is { } fault ? [new() { Type = fault.Type, Detail = fault.Detail }] : []);
            }

            request = request with { PreviousFailure = failedCheck };
        }
    }

    private async Task<LanguageOutcome> CallModelAsync(TaskName activity, WritingRequest request)
    {
        var rejections = 0;
        try
        {
            return await flow.ModelLimiter.CallAsync(activity, async caller =>
            {
                var because = rejections >= MaxRejections ? OutOfQuota : null;
                var outcome = await CallActivityAsync(activity, request with { Caller = caller, SkipModelBecause = because });
                rejections++;
                return outcome;
            }, outcome => outcome.RateLimit);
        }
        catch (OutOfQuotaException)
        {
            return await CallActivityAsync(activity, request with { SkipModelBecause = OutOfQuota });
        }
    }

    private async Task<LanguageOutcome> CallActivityAsync(TaskName activity, WritingRequest request)
    {
        var outcome = await flow.CallActivityAsync<LanguageOutcome>(activity, request);
        flow.AddModelUsage(outcome.Calls, outcome.Tokens);
        return outcome;
    }

    private static IEnumerable<ReportProblem> Shortened(HistoryPlan plan) => plan.Shortened == 0
        ? []
        :
        [
            new()
            {
                Type = ModelFaultTypes.Shortened,
                Detail = "The history is longer than the budget (Language:CaseTokens): "
                    + $"of {plan.Shortened} of its items the model read a part or nothing.",
            },
        ];

    private static ModelFault OutOfQuota => new()
    {
        Type = ModelFaultTypes.OutOfQuota,
        Detail = $"The model's quota is used up, and a report waits for it {DurableRateLimiter.MaxModelWait.TotalMinutes} minutes at most.",
    };
}
