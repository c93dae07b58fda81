using System.Globalization;
using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.Reports.Agent;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Activities.Agent.Turns;

/// <summary>Puts the stored results back into a transcript.</summary>
internal static class TranscriptReader
{
    /// <summary>Reads what was shown of each result.</summary>
    public static async Task<IReadOnlyList<TranscriptTurn>> ReadAsync(
        DurableTaskClient client, IReadOnlyList<AgentTurn> turns, CancellationToken cancellationToken)
    {
        var ids = turns.SelectMany(turn => turn.Calls).Select(call => call.Result?.StoredAt).OfType<string>();
        var loaded = await Task.WhenAll(ids.Distinct(StringComparer.Ordinal).Select(async id =>
            (Id: id, Result: await ResultStore.LoadAsync(client, id, cancellationToken))));
        var stored = loaded.ToDictionary(one => one.Id, one => one.Result, StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        return [.. turns.Select(turn => new TranscriptTurn(
            turn.Asked, turn.Text, [.. turn.Calls.Select(call => Call(call, UniqueId(call, used), stored))]))];
    }

    private static TranscriptCall Call(AgentCall call, string id, Dictionary<string, StoredResult?> stored)
    {
        if (call.Result is not { } page)
        {
            return new(id, call.Tool, call.Arguments, call.Detail ?? "", Handle: null);
        }

        return stored[page.StoredAt] is { } result
            ? new(id, call.Tool, call.Arguments, ResultPager.Render(page, result), ResultPager.RenderHandle(page))
            : new(id, call.Tool, call.Arguments, "The result is no longer kept.", Handle: null);
    }

    // Models count their calls anew in each turn, or give no id at all.
    private static string UniqueId(AgentCall call, HashSet<string> used)
    {
        var id = call.ModelCallId.Length > 0 ? call.ModelCallId : call.Id;
        for (var number = 2; !used.Add(id); number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{call.Id}-{number}");
        }

        return id;
    }
}
