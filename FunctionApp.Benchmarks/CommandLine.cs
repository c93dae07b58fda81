using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace FuseDeskFlows.Benchmarks;

/// <summary>Picks the benchmark, prints its table, and writes its figures as JSON where <c>--json FILE</c> asks for them.</summary>
internal static class CommandLine
{
    private const int FileWidth = 150;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task<int> RunAsync(string[] args, Dictionary<string, Func<Task<BenchmarkReport>>> benchmarks)
    {
        var jsonFile = args is [_, "--json", var file] ? file : null;
        if (args is not [var name, ..] || (args.Length > 1 && jsonFile is null) || !benchmarks.TryGetValue(name, out var benchmark))
        {
            await Console.Error.WriteLineAsync($"usage: <benchmark> [--json FILE], where <benchmark> is one of: {string.Join(", ", benchmarks.Keys)}");
            return 1;
        }

        var report = await benchmark();
        Print(report);
        if (jsonFile is not null)
        {
            await File.WriteAllTextAsync(jsonFile, JsonSerializer.Serialize(report, Json));
        }

        return 0;
    }

    private static void Print(BenchmarkReport report)
    {
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(report.Title)) }
            .AddColumns("job", "ours", "", "the other way", "", "other / ours");
        foreach (var row in report.Rows)
        {
            table.AddRow([.. new[] { row.Job, row.Ours, Figure(row.OursValue, row.Unit), row.Other, Figure(row.OtherValue, row.Unit), Ratio(row) }
                .Select(Markup.Escape)]);
        }

        if (Console.IsOutputRedirected)
        {
            // A file has no width; the usual guess folds every cell.
            AnsiConsole.Profile.Width = FileWidth;
        }

        AnsiConsole.Write(table);
    }

    private static string Figure(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:0.###} {unit}");

    private static string Ratio(BenchmarkRow row) => row.Ratio is { } ratio ? string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00}") : "";
}
