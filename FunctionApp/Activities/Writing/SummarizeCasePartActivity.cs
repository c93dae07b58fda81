using FuseDeskFlows.Language;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Writing;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities.Writing;

/// <summary>The language call that takes notes on one part of a long case.</summary>
/// <param name="writer">What writes texts.</param>
public sealed class SummarizeCasePartActivity(LanguageWriter writer)
{
    /// <summary>The activity's name.</summary>
    public const string Name = "summarize_case_part";

    /// <summary>Takes notes on one part.</summary>
    /// <param name="request">What to write about.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The text, or what to do to get it.</returns>
    [Function(Name)]
    public Task<LanguageOutcome> RunAsync([ActivityTrigger] CasePartRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(WritingTaskFactory.Of(request), request, cancellationToken);
}
