using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities;

/// <summary>The language call that tells a case in one line.</summary>
/// <param name="writer">What writes lines.</param>
public sealed class WriteCaseLine(ICaseLineWriter writer)
{
    /// <summary>The activity's name.</summary>
    public const string Name = "write_case_line";

    /// <summary>Tells a case from its whole history; a list item cannot be passed.</summary>
    /// <param name="supportCase">The case.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The line; null if nobody wrote anything.</returns>
    [Function(Name)]
    public Task<CaseLine?> RunAsync([ActivityTrigger] Case supportCase, CancellationToken cancellation) =>
        writer.WriteAsync(supportCase, cancellation);
}
