using FuseDeskFlows.TrutoSandbox.Data.Model;

namespace FuseDeskFlows.TrutoSandbox.Data;

/// <summary>Decides who speaks when in a conversation, cheaply, so that lists need no texts.</summary>
internal sealed class CasePlanner(Random random, IReadOnlyList<int> repIds)
{
    /// <summary>A conversation of <paramref name="count"/> steps that ends as its status demands.</summary>
    public List<Beat> Plan(int count, string status, DateTimeOffset opened, DateTimeOffset end)
    {
        var kinds = Kinds(count);
        End(kinds, status);
        var times = Times(count, opened, end);
        var rep = random.Pick(repIds);
        var beats = new List<Beat>(count);
        for (var index = 0; index < count; index++)
        {
            var fromCustomer = kinds[index] is HistoryKind.EmailIn or HistoryKind.Chat;
            if (!fromCustomer && random.Chance(12))
            {
                rep = random.Pick(repIds);
            }

            beats.Add(new(kinds[index], times[index], fromCustomer ? null : rep));
        }

        return beats;
    }

    private HistoryKind[] Kinds(int count)
    {
        var kinds = new HistoryKind[count];
        kinds[0] = random.Chance(12) ? HistoryKind.Chat : HistoryKind.EmailIn;
        var teamsTurn = true;
        for (var index = 1; index < count; index++)
        {
            var dice = random.Next(100);
            kinds[index] = teamsTurn
                ? dice switch { < 20 => HistoryKind.Note, < 28 => HistoryKind.Call, < 34 => HistoryKind.Status, _ => HistoryKind.EmailOut }
                : dice switch { < 9 => HistoryKind.Note, < 13 => HistoryKind.EmailOut, _ => HistoryKind.EmailIn };
            if (kinds[index] is HistoryKind.EmailIn or HistoryKind.EmailOut)
            {
                teamsTurn = kinds[index] == HistoryKind.EmailIn;
            }
        }

        return kinds;
    }

    private static void End(HistoryKind[] kinds, string status)
    {
        // new: the team has to answer; open: the customer has to; closed: somebody closed it after the last answer.
        kinds[^1] = status switch
        {
            "new" => HistoryKind.EmailIn,
            "open" => HistoryKind.EmailOut,
            _ when kinds.Length == 2 => HistoryKind.EmailOut,
            _ => HistoryKind.Status,
        };
        if (status is "closed" && kinds.Length > 2)
        {
            kinds[^2] = kinds.Length % 2 == 0 && kinds[^3] == HistoryKind.EmailOut ? HistoryKind.EmailIn : HistoryKind.EmailOut;
        }
    }

    private DateTimeOffset[] Times(int count, DateTimeOffset opened, DateTimeOffset end)
    {
        var gaps = new double[count];
        for (var index = 1; index < count; index++)
        {
            gaps[index] = gaps[index - 1] + 0.05 + random.NextDouble();
        }

        var scale = gaps[^1] > 0 ? (end - opened).TotalSeconds / gaps[^1] : 0;
        return [.. gaps.Select(gap => opened.AddSeconds(Math.Floor(gap * scale)))];
    }
}
