using FuseDeskFlows.Language;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Writing;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities.Writing;

/// <summary>The language call that tells what a live chat is about.</summary>
public sealed class WriteChatIssueActivity(LanguageWriter writer)
{
    /// <summary>The activity's name, as runs' histories have it.</summary>
    public const string Name = "write_chat_issue";

    /// <summary>Tells what a chat is about, from its messages.</summary>
    [Function(Name)]
    public Task<LanguageOutcome> RunAsync([ActivityTrigger] ChatIssueRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(WritingTaskFactory.For(request), request, cancellationToken);
}
