namespace LocalFunctionsHost.Settings;

/// <summary>Finds what a misspelt name was meant to be.</summary>
internal static class SimilarName
{
    // A third of the letters: more is another word.
    private const int LettersForOneMistake = 3;

    /// <summary>The most similar name; null if none is similar.</summary>
    /// <param name="name">As it is written.</param>
    /// <param name="known">What there is.</param>
    public static string? Of(string name, IEnumerable<string> known)
    {
        var best = known.Select(candidate => (Name: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .OrderBy(candidate => candidate.Distance).FirstOrDefault();
        return best.Name is not null && best.Distance <= Math.Max(1, name.Length / LettersForOneMistake) ? best.Name : null;
    }

    // Levenshtein's: the letters that have to be added, taken away or changed.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1)));
            }
        }

        return row[to.Length];
    }
}
