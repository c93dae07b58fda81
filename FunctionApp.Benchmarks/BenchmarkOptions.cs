using System.Globalization;

namespace FuseDeskFlows.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Json">Where the figures go as JSON; null for nowhere.</param>
/// <param name="Only">The one row of the engine's benchmark to measure; null for all.</param>
/// <param name="Quick">Whether smaller sizes will do.</param>
/// <param name="Kills">How often the crash harness kills.</param>
/// <param name="Seed">What its choice of moments and victims begins with.</param>
/// <param name="App">Whether it loads the app itself instead of functions of its own.</param>
internal sealed record BenchmarkOptions(
    string? Json = null, string? Only = null, bool Quick = false, int Kills = 20, int Seed = 1, bool App = false)
{
    /// <summary>How the options are written.</summary>
    public const string Usage = "[--json FILE] [--only ROW] [--quick] [--kills N] [--seed S] [--app]";

    /// <summary>Reads the options.</summary>
    /// <param name="arguments">What follows the benchmark's name.</param>
    /// <returns>The options; null if they cannot be read.</returns>
    public static BenchmarkOptions? Parse(IEnumerable<string> arguments)
    {
        BenchmarkOptions? options = new();
        var rest = new Queue<string>(arguments);
        while (options is not null && rest.TryDequeue(out var name))
        {
            options = name switch
            {
                "--quick" => options with { Quick = true },
                "--app" => options with { App = true },
                "--json" when rest.TryDequeue(out var file) => options with { Json = file },
                "--only" when rest.TryDequeue(out var row) => options with { Only = row },
                "--kills" when Number(rest) is > 0 and { } kills => options with { Kills = kills },
                "--seed" when Number(rest) is { } seed => options with { Seed = seed },
                _ => null,
            };
        }

        return options;
    }

    private static int? Number(Queue<string> rest) =>
        rest.TryDequeue(out var text) && int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
