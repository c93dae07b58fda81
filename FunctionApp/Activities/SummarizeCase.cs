using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities;

/// <summary>The language call that summarises a case.</summary>
/// <param name="summarizer">What writes summaries.</param>
public sealed class SummarizeCase(ICaseSummarizer summarizer)
{
    /// <summary>The activity's name.</summary>
    public const string Name = "summarize_case";

    /// <summary>Summarises a case from its whole history; a list item cannot be passed.</summary>
    /// <param name="supportCase">The case.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The summary; null if the history has no text.</returns>
    [Function(Name)]
    public Task<CaseSummary?> RunAsync([ActivityTrigger] Case supportCase, CancellationToken cancellation) =>
        summarizer.SummarizeAsync(supportCase, cancellation);
}
