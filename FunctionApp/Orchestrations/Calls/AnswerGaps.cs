using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Calls;

/// <summary>What may be missing in what a run's tools answered, so that nothing is concluded from its not being there.</summary>
internal sealed class AnswerGaps
{
    private readonly SortedDictionary<string, int> _unreadable = new(StringComparer.Ordinal);
    private readonly List<(string Tool, ReportProblem Problem)> _incomplete = [];

    /// <summary>What lists had that could not be read, for the report.</summary>
    public IEnumerable<ReportProblem> Problems =>
    [
        .. _unreadable.Select(list => ReportProblem.ForUnreadableEntries(list.Key, list.Value)),
        .. _incomplete.Select(gap => gap.Problem).Distinct(),
    ];

    /// <summary>Tells whether anything may be missing in what a tool answered.</summary>
    public bool MayLack(TaskName tool) => _unreadable.ContainsKey(tool.Name) || IsIncomplete(tool);

    /// <summary>Tells whether more than single entries may be missing: the answer was only a part, or its list ended badly.</summary>
    public bool IsIncomplete(TaskName tool) => _incomplete.Exists(gap => string.Equals(gap.Tool, tool.Name, StringComparison.Ordinal));

    /// <summary>Notes that a list is not complete.</summary>
    /// <param name="tool">The list's tool.</param>
    /// <param name="detail">Why, for a person.</param>
    public void AddIncomplete(TaskName tool, string detail) => _incomplete.Add((tool.Name, ReportProblem.ForIncompleteAnswer(detail)));

    /// <summary>Counts entries of a list that could not be read.</summary>
    /// <param name="tool">The list's tool.</param>
    /// <param name="entries">How many.</param>
    public void AddUnreadable(TaskName tool, int entries)
    {
        if (entries > 0)
        {
            _unreadable[tool.Name] = _unreadable.GetValueOrDefault(tool.Name) + entries;
        }
    }

    /// <summary>Takes in what an answer says of itself.</summary>
    public void AddFrom<T>(TaskName tool, ToolOutcome<T> outcome)
        where T : class
    {
        if (outcome.IsPartial)
        {
            AddIncomplete(
                tool, $"Truto says that an answer of {tool.Name} is only a part of what there is. What it lacks is missing here.");
        }

        if (outcome.Value is IHistory { Gaps: { } gaps } history
            && ReportProblem.ForUnreadableHistory(history.Label, gaps) is { } problem)
        {
            _incomplete.Add((tool.Name, problem));
        }
    }
}
