namespace FuseDeskFlows.Tests.EmbeddedHost.Engine;

/// <summary>What a random orchestration does.</summary>
internal sealed record Plan(string Kind, int Value, Plan[] Parts)
{
    private static readonly string[] Leaves = ["work", "work", "work", "fail", "sleep", "call", "signal"];
    private static readonly string[] Branches = ["sequence", "parallel", "parallel", "child"];

    public static Plan Grow(Random random, int depth)
    {
        var kind = depth == 0 || random.Next(5) == 0 ? Leaves[random.Next(Leaves.Length)] : Branches[random.Next(Branches.Length)];
        var parts = Branches.Contains(kind, StringComparer.Ordinal)
            ? Enumerable.Range(0, random.Next(2, 5)).Select(_ => Grow(random, depth - 1)).ToArray()
            : [];
        return new(kind, random.Next(100), parts);
    }

    public int Count(string kind) => (string.Equals(Kind, kind, StringComparison.Ordinal) ? 1 : 0) + Parts.Sum(p => p.Count(kind));
}
