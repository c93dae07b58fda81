namespace LocalFunctionsHost.Settings;

internal static class SimilarName
{
    // A third of the letters: more is another word.
    private const int LettersForOneMistake = 3;

    /// <summary>What a misspelt name was meant to be; null if none of the known ones is similar.</summary>
    public static string? Of(string name, IEnumerable<string> known) => known
        .Select(candidate => (Name: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
        .Where(candidate => candidate.Distance <= Math.Max(1, name.Length / LettersForOneMistake))
        .OrderBy(candidate => candidate.Distance).FirstOrDefault().Name;

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
