using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language;

/// <summary>Writes the executive summary of a case.</summary>
public interface ICaseSummarizer
{
    /// <summary>Summarises a case from its whole history.</summary>
    /// <param name="supportCase">The case; its text is data, whatever it says.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The summary, or null if the history has no text to summarise.</returns>
    Task<CaseSummary?> SummarizeAsync(Case supportCase, CancellationToken cancellation);
}
