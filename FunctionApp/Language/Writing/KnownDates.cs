using System.Globalization;
using System.Text.RegularExpressions;

namespace FuseDeskFlows.Language.Writing;

/// <summary>
/// The days that a history knows. They let a text write out a day whose numbers stand nowhere in the history as such,
/// without letting the same numbers pass for anything else.
/// </summary>
internal sealed class KnownDates
{
    private static readonly string[] Months =
        [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12).Select(month => month.ToLowerInvariant())];

    private static readonly string Month = string.Join('|', Months.Select(month => $"{month[..3]}({month[3..]})?"));

    // "3 March 2026", "3rd of March", "March 3, 2026", "March 2026": with or without a year, and in either order.
    private static readonly Regex Written = new(
        $@"\b((?<day>[0-9]{{1,2}})(st|nd|rd|th)?(\sof)?\s(?<month>{Month})(,?\s(?<year>[0-9]{{4}}))?"
        + $@"|(?<month>{Month})\s(?<day>[0-9]{{1,2}})(st|nd|rd|th)?(,?\s(?<year>[0-9]{{4}}))?"
        + $@"|(?<month>{Month})\s(?<year>[0-9]{{4}}))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(30));

    private readonly HashSet<(int? Year, int Month, int? Day)> _days = [];

    public void Add(DateTimeOffset moment) => Add(moment.UtcDateTime.Year, moment.UtcDateTime.Month, moment.UtcDateTime.Day);

    /// <summary>Takes the days out of a text and adds them.</summary>
    /// <param name="folded">A text that is trusted to know them.</param>
    public string Extract(string folded) => Written.Replace(folded, match =>
    {
        var (year, month, day) = Parse(match);
        Add(year, month, day);
        return " ";
    });

    /// <summary>Takes the days that are known out of a text.</summary>
    /// <returns>The rest, which has those that are not known.</returns>
    public string RemoveKnown(string folded) => Written.Replace(folded, match => _days.Contains(Parse(match)) ? " " : match.Value);

    private void Add(int? year, int month, int? day) => _days.UnionWith([(year, month, day), (null, month, day), (year, month, null)]);

    private static (int? Year, int Month, int? Day) Parse(Match match)
    {
        var beginning = match.Groups["month"].Value[..3];
        var month = Array.FindIndex(Months, name => name.StartsWith(beginning, StringComparison.Ordinal)) + 1;
        return (Number(match.Groups["year"]), month, Number(match.Groups["day"]));
    }

    private static int? Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : null;
}
