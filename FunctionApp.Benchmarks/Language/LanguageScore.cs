namespace FuseDeskFlows.Benchmarks.Language;

/// <summary>How good the texts of one writer are.</summary>
internal sealed class LanguageScore
{
    private readonly Dictionary<string, (int Right, int All)> _marks = new(StringComparer.Ordinal);

    /// <summary>What was missed, case by case.</summary>
    public List<string> Missed { get; } = [];

    /// <summary>The words of each summary.</summary>
    public List<int> Words { get; } = [];

    /// <summary>Marks something as right or missed.</summary>
    public void Mark(string what, bool right, string where)
    {
        var (before, all) = _marks.GetValueOrDefault(what);
        _marks[what] = (before + (right ? 1 : 0), all + 1);
        if (!right)
        {
            Missed.Add($"{where}: {what}");
        }
    }

    /// <summary>The share of what is right, in percent.</summary>
    public double Share(string what) => _marks.TryGetValue(what, out var mark) ? Math.Round(100.0 * mark.Right / mark.All, 1) : 0;

    /// <summary>How many there are of something.</summary>
    public int Count(string what) => _marks.GetValueOrDefault(what).All;
}
