using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.Reports.Agent;

namespace FuseDeskFlows.Activities.Agent.Answers;

/// <summary>Everything that a run has shown to the model, by the cites under which it did.</summary>
internal sealed class CitableLines
{
    private readonly Dictionary<string, CitedLine> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (StoredResult Result, HashSet<int> Shown)> _results = new(StringComparer.Ordinal);

    /// <summary>Adds what was shown of a result.</summary>
    public void Add(AgentResult page, StoredResult stored)
    {
        var (_, shown) = _results.TryGetValue(page.Handle, out var known) ? known : _results[page.Handle] = (stored, []);
        foreach (var index in Enumerable.Range(page.From - 1, Math.Max(0, page.To - page.From + 1)).Where(shown.Add))
        {
            var line = stored.Lines[index];
            _lines[line.Cite] = _lines.TryGetValue(line.Cite, out var before)
                ? before with { Lines = [.. before.Lines, line] }
                : new(Evidence(line.Cite, stored), [line]);
        }
    }

    /// <summary>Finds what a cite stands for.</summary>
    /// <returns>The lines; null if nothing was shown under this cite, or of a whole result only a part.</returns>
    public CitedLine? Find(string cite) =>
        _lines.TryGetValue(cite, out var line) ? line
        : _results.TryGetValue(cite, out var result) && result.Shown.Count == result.Result.Lines.Count
            ? new(Evidence(cite, result.Result), result.Result.Lines)
            : null;

    /// <summary>What was shown of the results that cites belong to, and what may be counted in them.</summary>
    public IEnumerable<StoredResult> ResultsOf(IEnumerable<CitedLine> cited) =>
        cited.Select(line => line.Evidence.Call).Distinct(StringComparer.Ordinal).Select(handle => Shown(handle));

    private StoredResult Shown(string handle)
    {
        var (result, shown) = _results[handle];
        return result with { Lines = [.. shown.Order().Select(index => result.Lines[index])] };
    }

    private static AgentEvidence Evidence(string cite, StoredResult stored) =>
        new() { Cite = cite, Kind = stored.Kind, Call = stored.Handle, Tool = stored.Tool };
}
