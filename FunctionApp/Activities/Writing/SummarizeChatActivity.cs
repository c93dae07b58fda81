using FuseDeskFlows.Language;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Writing;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities.Writing;

/// <summary>The language call that tells a live chat to the rep who takes it over.</summary>
public sealed class SummarizeChatActivity(LanguageWriter writer)
{
    /// <summary>The activity's name, as runs' histories have it.</summary>
    public const string Name = "summarize_chat";

    /// <summary>Summarises a chat from its messages; a list item cannot be passed.</summary>
    /// <returns>The summary, or what to do to get it; no summary if the messages have no text.</returns>
    [Function(Name)]
    public Task<LanguageOutcome> RunAsync([ActivityTrigger] ChatSummaryRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(WritingTaskFactory.For(request), request, cancellationToken);
}
