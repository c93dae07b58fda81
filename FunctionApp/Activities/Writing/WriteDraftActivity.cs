using FuseDeskFlows.Language;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Writing;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities.Writing;

/// <summary>The language call that drafts a reply.</summary>
public sealed class WriteDraftActivity(LanguageWriter writer)
{
    /// <summary>The activity's name, as runs' histories have it.</summary>
    public const string Name = "draft_reply";

    /// <summary>Drafts the body of a reply; nothing is sent.</summary>
    [Function(Name)]
    public Task<LanguageOutcome> RunAsync([ActivityTrigger] DraftWritingRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(WritingTaskFactory.For(request), request, cancellationToken);
}
