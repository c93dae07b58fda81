using System.Diagnostics;
using System.Globalization;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Language.Extractive;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Language.Texts.Mail;

namespace FuseDeskFlows.Benchmarks.Texts;

/// <summary>
/// How long it takes to find what everybody wrote himself in a long history, and to summarise that, and whether it grows with the length
/// alone.
/// </summary>
internal static class TextsBenchmark
{
    private const int Items = 1_000;
    private const int ItemLength = 2_300;
    private const int Runs = 5;

    /// <summary>Measures.</summary>
    public static Task<BenchmarkReport> RunAsync(BenchmarkOptions options)
    {
        var whole = History(Items, options.Seed);
        var half = whole[..(Items / 2)];
        Separate(half);
        var (wholeTime, halfTime) = (Measure(() => Separate(whole)), Measure(() => Separate(half)));
        var (wholeSummary, halfSummary) = (Measure(() => Summarize(whole)), Measure(() => Summarize(half)));
        var hostile = Measure(() => Separate(Hostile()));
        var size = whole.Sum(item => (long)item.Text.Length) / 1_000_000.0;
        return Task.FromResult(
            new BenchmarkReport(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Own text in a history of {Items:N0} mails, {size:0.0} million characters, each quoting the one before"),
                [
                    new("the history", "whole", wholeTime, "half of it", halfTime, "s") { Goal = "under 1 s", Holds = wholeTime < 1 },
                    new("the history, and its summary", "whole", wholeSummary, "half of it", halfSummary, "s")
                    {
                        Goal = "under 1 s",
                        Holds = wholeSummary < 1,
                    },
                    new("a mail of 100,000 quoted lines", "", hostile, "", 0, "s") { Goal = "under 1 s", Holds = hostile < 1 },
                ]));
    }

    private static IReadOnlyList<HistoryItem> Separate(IReadOnlyList<HistoryItem> history) => HistoryTexts.Separate(history, "Export");

    private static void Summarize(IReadOnlyList<HistoryItem> history) => ExtractiveSummarizer.Summarize(
        HistoryMarker.Mark(new Case { Id = new CaseId(1), Subject = "Export", History = Separate(history) }));

    private static double Measure(Action read)
    {
        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            var watch = Stopwatch.StartNew();
            read();
            times.Add(watch.Elapsed.TotalSeconds);
        }

        return times.Order().ElementAt(Runs / 2);
    }

    private static List<HistoryItem> History(int count, int seed)
    {
        var random = new Random(seed);
        var words = Enumerable.Range(0, 5_000)
            .Select(_ => string.Concat(Enumerable.Range(0, random.Next(3, 10)).Select(_ => (char)('a' + random.Next(26)))))
            .ToArray();
        var history = new List<HistoryItem>(count);
        var earlier = "";
        for (var number = 1; number <= count; number++)
        {
            var own = string.Join('\n', Enumerable.Range(0, 6).Select(_ => $"The {string.Join(' ', random.GetItems(words, 12))}."));
            var quoted = earlier.Length == 0
                ? ""
                : "On Thu, Nov 12, 2026 at 10:15 AM Support <help@fjordline.example> wrote:\n\n"
                    + $"> {earlier.Replace("\n", "\n> ", StringComparison.Ordinal)}";
            var text = $"Hello,\n\n{own}\n\nKind regards\nJonas Weber\n\n{quoted}";
            earlier = text.Length > ItemLength ? text[..ItemLength] : text;
            history.Add(new()
            {
                Number = number,
                Kind = HistoryKind.Email,
                Direction = number % 2 == 0 ? Direction.Outbound : Direction.Inbound,
                AuthorName = "Jonas Weber",
                Text = earlier,
            });
        }

        return history;
    }

    private static List<HistoryItem> Hostile() =>
    [
        new()
        {
            Number = 1,
            Kind = HistoryKind.Email,
            Direction = Direction.Inbound,
            Text = string.Concat(Enumerable.Repeat("> a quoted line here\n", 100_000)),
        },
    ];
}
