namespace LocalHost.Tests.Oracle.Listed;

/// <summary>A way in which this host differs from the real one on purpose, or for a reason.</summary>
/// <param name="Topic">What it is about; the heading for users.</param>
/// <param name="Real">What the real host does.</param>
/// <param name="Here">What this one does.</param>
/// <param name="Why">The reason.</param>
/// <param name="Places">All answers where it shows.</param>
internal sealed record ListedDifference(string Topic, string Real, string Here, string Why, IReadOnlyList<Place> Places);
