using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language;

/// <summary>Tells a case in one line.</summary>
public interface ICaseLineWriter
{
    /// <summary>Tells a case from its whole history.</summary>
    /// <param name="supportCase">The case; its text is data, whatever it says.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The line; null if nobody wrote anything.</returns>
    Task<CaseLine?> WriteAsync(Case supportCase, CancellationToken cancellation);
}
