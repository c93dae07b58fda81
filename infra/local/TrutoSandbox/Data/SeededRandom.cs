namespace FuseDeskFlows.TrutoSandbox.Data;

/// <summary>Randomness that depends on nothing but the seed and what it is for.</summary>
internal static class SeededRandom
{
    /// <summary>A generator for one thing, the same at every start.</summary>
    public static Random For(int seed, string kind, int id)
    {
        unchecked
        {
            var hash = 2166136261u;
            foreach (var letter in kind)
            {
                hash = (hash ^ letter) * 16777619u;
            }

            hash = ((hash ^ (uint)seed) * 16777619u ^ (uint)id) * 2654435761u;
            return new Random((int)(hash >> 1));
        }
    }

    /// <summary>One of several.</summary>
    public static T Pick<T>(this Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>True once in <paramref name="percent"/> of a hundred times.</summary>
    public static bool Chance(this Random random, int percent) => random.Next(100) < percent;
}
