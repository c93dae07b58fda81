using FuseDeskFlows.Language;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Writing;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities.Writing;

/// <summary>The language call that writes a case's line in a digest.</summary>
/// <param name="writer">What writes texts.</param>
public sealed class WriteDigestLineActivity(LanguageWriter writer)
{
    /// <summary>The activity's name.</summary>
    public const string Name = "write_digest_line";

    /// <summary>Writes the line, from the case's whole history.</summary>
    /// <param name="request">What to write about.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The text, or what to do to get it.</returns>
    [Function(Name)]
    public Task<LanguageOutcome> RunAsync([ActivityTrigger] DigestLineRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(WritingTaskFactory.Of(request), request, cancellationToken);
}
