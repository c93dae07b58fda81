using FuseDeskFlows.Language;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Writing;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities.Writing;

/// <summary>The language call that summarises a case.</summary>
public sealed class SummarizeCaseActivity(LanguageWriter writer)
{
    /// <summary>The activity's name, as runs' histories have it.</summary>
    public const string Name = "summarize_case";

    /// <summary>Summarises a case from its whole history; a list item cannot be passed.</summary>
    /// <returns>The summary, or what to do to get it; no summary if the history has no text.</returns>
    [Function(Name)]
    public Task<LanguageOutcome> RunAsync([ActivityTrigger] CaseSummaryRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(WritingTaskFactory.For(request), request, cancellationToken);
}
