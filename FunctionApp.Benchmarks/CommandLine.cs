using System.Globalization;
using System.Text.Json;
using FuseDeskFlows.Benchmarks.Processes;
using Spectre.Console;

namespace FuseDeskFlows.Benchmarks;

/// <summary>Picks the benchmark, prints its table, and writes its figures as JSON where <c>--json FILE</c> asks for them.</summary>
internal static class CommandLine
{
    private const int FileWidth = 170;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Runs a benchmark.</summary>
    /// <param name="args">Its name and options.</param>
    /// <param name="benchmarks">All of them by name.</param>
    /// <returns>0 if every goal is reached, else 1.</returns>
    public static async Task<int> RunAsync(
        string[] args, IReadOnlyDictionary<string, Func<BenchmarkOptions, Task<BenchmarkReport>>> benchmarks)
    {
        if (args is not [var name, .. var rest]
            || BenchmarkOptions.Parse(rest) is not { } options
            || !benchmarks.TryGetValue(name, out var benchmark))
        {
            await Console.Error.WriteLineAsync(
                $"usage: <benchmark> {BenchmarkOptions.Usage}, where <benchmark> is one of: {string.Join(", ", benchmarks.Keys)}");
            return 1;
        }

        using var interruption = Interruption.Listen();
        var report = await benchmark(options);
        Print(report);
        if (options.Json is { } file)
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(report, Json));
        }

        return report.Holds ? 0 : 1;
    }

    private static void Print(BenchmarkReport report)
    {
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(report.Title)) }
            .AddColumns("job", "ours", "", "the other way", "", "other / ours", "goal", "");
        foreach (var row in report.Rows)
        {
            string[] cells =
            [
                row.Job, row.Ours, Figure(row.OursValue, row.Unit), row.Other, Other(row), Ratio(row), row.Goal, Verdict(row),
            ];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        if (Console.IsOutputRedirected)
        {
            // A file has no width; the usual guess folds every cell.
            AnsiConsole.Profile.Width = FileWidth;
        }

        AnsiConsole.Write(table);
        foreach (var remark in report.Remarks)
        {
            AnsiConsole.WriteLine(remark);
        }
    }

    private static string Other(BenchmarkRow row) => row.Other.Length == 0 ? "" : Figure(row.OtherValue, row.Unit);

    private static string Verdict(BenchmarkRow row) => row.Holds switch { true => "holds", false => "MISSED", null => "" };

    private static string Figure(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:0.###} {unit}");

    private static string Ratio(BenchmarkRow row) =>
        row.Ratio is { } ratio ? string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00}") : "";
}
