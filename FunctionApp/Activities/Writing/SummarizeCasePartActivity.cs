using FuseDeskFlows.Language;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Writing;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities.Writing;

/// <summary>The language call that takes notes on one part of a long case.</summary>
public sealed class SummarizeCasePartActivity(LanguageWriter writer)
{
    /// <summary>The activity's name, as runs' histories have it.</summary>
    public const string Name = "summarize_case_part";

    /// <summary>Takes notes on one part.</summary>
    [Function(Name)]
    public Task<LanguageOutcome> RunAsync([ActivityTrigger] CasePartRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(WritingTaskFactory.For(request), request, cancellationToken);
}
