using System.Diagnostics.CodeAnalysis;
using FuseDeskFlows.Language.Results;

namespace FuseDeskFlows.Language.Writing.Grounding;

/// <summary>A model's answer after every check.</summary>
internal sealed record CheckedAnswer
{
    /// <summary>Whether every check was passed, so that <see cref="Statements"/> may be shown.</summary>
    [MemberNotNullWhen(false, nameof(FailedCheck))]
    public bool Passed => FailedCheck is null;

    /// <summary>What may be shown; empty unless it passed.</summary>
    public IReadOnlyList<SummaryStatement> Statements { get; init; } = [];

    /// <summary>What is wrong, for the model and for a reader; it never repeats what the model wrote.</summary>
    public string? FailedCheck { get; init; }
}
