namespace FuseDeskFlows.Language.Writing.Dates;

/// <summary>A day, or a month of a year, as it stands in a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">The index after it.</param>
/// <param name="Readings">What it can mean: <c>11/12/2026</c> is a day in December or in November.</param>
internal sealed record WrittenDate(int Start, int End, IReadOnlyList<(int? Year, int Month, int? Day)> Readings);
