namespace LocalHost.Tests.Oracle.Replays;

/// <summary>Preparations for each instance of a kind that a recording asks for.</summary>
/// <param name="Ids">A regular expression; what it finds in the recorded paths is an id, <c>{id}</c> in the preparations.</param>
/// <param name="Do">One after the other; each for all instances before the next.</param>
internal sealed record PreparationOfMany(string Ids, IReadOnlyList<Preparation> Do);
