using System.Globalization;
using FuseDeskFlows.Language.Budget;
using FuseDeskFlows.Reports.Agent;

namespace FuseDeskFlows.Activities.Agent.Results;

/// <summary>Cuts results by tokens, and writes the parts as the model reads them. What is cut is always told, with the way to it.</summary>
public sealed class ResultPager
{
    // What stands above the lines.
    private const int HeadTokens = 300;

    private readonly TokenCounter _counter;

    internal ResultPager(TokenCounter counter) => (_counter, Lines) = (counter, new(counter));

    internal ResultLines Lines { get; }

    /// <summary>Takes as many lines as fit, at least one.</summary>
    /// <param name="id">Where the result is stored.</param>
    /// <param name="result">The result.</param>
    /// <param name="from">The first line, from 1.</param>
    /// <param name="tokens">How many tokens it may have.</param>
    /// <returns>Which lines are shown.</returns>
    public AgentResult Take(string id, StoredResult result, int from, int tokens)
    {
        ArgumentNullException.ThrowIfNull(result);
        var used = HeadTokens;
        var to = from - 1;
        while (to < result.Lines.Count && (to < from || used + result.Lines[to].Tokens <= tokens))
        {
            used += result.Lines[to].Tokens;
            to++;
        }

        var page = new AgentResult
        {
            Handle = result.Handle,
            StoredAt = id,
            Kind = result.Kind,
            From = from,
            To = to,
            Lines = result.Lines.Count,
            AllTokens = result.Lines.Sum(line => line.Tokens),
            HasNextPage = result.NextCursor is not null,
            Problems = result.Problems,
        };
        return page with { Tokens = _counter.Count(Render(page, result)) };
    }

    /// <summary>Writes a part of a result.</summary>
    /// <param name="page">Which lines.</param>
    /// <param name="result">The result.</param>
    /// <returns>A line about the whole, and the lines of the part.</returns>
    public static string Render(AgentResult page, StoredResult result)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(result);
        var more = page.To < page.Lines
            ? string.Create(
                CultureInfo.InvariantCulture, $"{StoredResultNames.ReadMoreTool} {{\"result\":\"{page.Handle}\",\"from\":{page.To + 1}}}")
            : null;
        var head = AgentJson.Line(new
        {
            result = page.Handle,
            of = result.Tool,
            lines = page.Lines == 0
                ? "none"
                : string.Create(CultureInfo.InvariantCulture, $"{page.From} to {page.To} of {page.Lines}"),
            the_rest = more,
            note = result.Note,
            next_page = result.NextCursor is { } cursor && page.To == page.Lines
                ? $"Call {result.Tool} again with the same arguments and {StoredResultNames.CursorArgument} {cursor}"
                : null,
        });
        var shown = result.Lines.Skip(page.From - 1).Take(page.To - page.From + 1).Select(line => line.Json);
        return string.Join('\n', [head, .. result.Head is { } about ? [about] : Array.Empty<string>(), .. shown]);
    }

    /// <summary>Stands in for a result that is no longer shown.</summary>
    /// <param name="page">Which lines were shown.</param>
    /// <returns>One line.</returns>
    public static string RenderHandle(AgentResult page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"result\":\"{page.Handle}\",\"note\":\"Its {page.Lines} lines are left out here to save room. ")
            + $"They may be cited as before. {StoredResultNames.ReadMoreTool} shows them again.\"}}";
    }
}
