using FuseDeskFlows.Language;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Writing;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities.Writing;

/// <summary>The language call that writes a case's line in a digest.</summary>
public sealed class WriteDigestLineActivity(LanguageWriter writer)
{
    /// <summary>The activity's name, as runs' histories have it.</summary>
    public const string Name = "write_digest_line";

    /// <summary>Writes the line, from the case's whole history.</summary>
    [Function(Name)]
    public Task<LanguageOutcome> RunAsync([ActivityTrigger] DigestLineRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(WritingTaskFactory.For(request), request, cancellationToken);
}
