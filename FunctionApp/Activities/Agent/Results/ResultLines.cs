using System.Globalization;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Budget;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Activities.Agent.Results;

/// <summary>Writes what was read as lines that can be cited, none of them too long to be shown.</summary>
internal sealed class ResultLines(TokenCounter counter)
{
    /// <summary>No line is longer, so that any line fits into any turn.</summary>
    public const int MaxLineTokens = 400;

    // More is no result for a model to read, and would not fit into one message of the worker.
    private const int MaxLength = 600_000;

    private readonly ItemCutter _cutter = new(counter);

    /// <summary>The items of a history, each cited by the object and its number.</summary>
    /// <param name="cite">What the cites begin with, such as <c>case:84877</c>.</param>
    /// <param name="history">The items, with nothing but what their authors wrote themselves.</param>
    public IEnumerable<StoredLine> OfHistory(string cite, IReadOnlyList<HistoryItem> history)
    {
        foreach (var item in _cutter.CountTokens(PromptItem.Reduce(history)))
        {
            foreach (var piece in item.Tokens <= MaxLineTokens ? [item] : _cutter.Split(item, MaxLineTokens))
            {
                var place = string.Create(CultureInfo.InvariantCulture, $"{cite}#{piece.Item.Number}");
                yield return Line(place, $"{{\"cite\":\"{place}\",{PromptItem.ToJsonLine(piece.Item)[1..]}", piece.Item.At);
            }
        }
    }

    /// <summary>Objects, each cited by the result's handle and its place in it.</summary>
    public IEnumerable<StoredLine> OfObjects<T>(string handle, IEnumerable<T> objects, Func<T, DateTimeOffset?>? at = null) =>
        objects.SelectMany((value, index) =>
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{handle}#{index + 1}");
            return OfObject(place, value, at?.Invoke(value));
        });

    /// <summary>One object; one that is too long is told in pieces.</summary>
    public IEnumerable<StoredLine> OfObject<T>(string place, T value, DateTimeOffset? at = null)
    {
        var json = SafeText.OneLine(AgentJson.Line(value));
        var whole = $"{{\"cite\":\"{place}\",{(json is "{}" ? "}" : json[1..])}";
        if (json.StartsWith('{') && counter.Count(whole) <= MaxLineTokens)
        {
            return [Line(place, whole, at)];
        }

        // A token has a few characters; where it has less, the pieces are longer than meant, and still fit.
        return json.Chunk(MaxLineTokens).Select((piece, index) => Line(
            place, AgentJson.Line(new { cite = place, piece = index + 1, text = new string(piece) }), at));
    }

    /// <summary>Keeps as many lines as can be stored.</summary>
    /// <param name="what">What they are, as the beginning of a sentence.</param>
    /// <param name="problems">What is told if some are not.</param>
    public static IReadOnlyList<StoredLine> Bound(string what, IEnumerable<StoredLine> lines, List<ReportProblem> problems)
    {
        var kept = new List<StoredLine>();
        var (length, lost) = (0, 0);
        foreach (var line in lines)
        {
            length += line.Json.Length;
            if (length <= MaxLength)
            {
                kept.Add(line);
            }
            else
            {
                lost++;
            }
        }

        if (lost > 0)
        {
            problems.Add(new()
            {
                Type = ProblemTypes.Shortened,
                Detail = $"{what} is longer than can be kept: its last {ReportText.Count(lost, "line")} are missing.",
            });
        }

        return kept;
    }

    private StoredLine Line(string cite, string json, DateTimeOffset? at) =>
        new() { Cite = cite, Json = json, At = at, Tokens = counter.Count(json) + 1 };
}
