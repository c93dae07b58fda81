using System.Globalization;

namespace FuseDeskFlows.TrutoSandbox.CommandLine;

/// <summary>The command line of the sandbox on its own.</summary>
internal static class SandboxArguments
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string Help = """
        FuseDesk behind Truto's HTTP surface, on 127.0.0.1 only. All data is made up.

        dotnet run --project infra/local/TrutoSandbox -- [options]

          --port <n>            port, 0 for any free one (7072)
          --limit <n>           calls that FuseDesk allows in one window (1800)
          --window <seconds>    length of that window, opened by its first call (3600)
          --no-reset            do not tell when the window ends, only what remains
          --latency <ms>        how long FuseDesk takes for each call (0)
          --seed <n>            seed of the data (1)
          --today <moment>      ISO 8601; all data lies before it (this hour)
          --token <text>        bearer token (sandbox-token)
          --account <text>      integrated account id (fusedesk-account-id-123)
          --dialect <name>      how tools spell their arguments: snake, camel, lower (snake)
          --tools <form>        how /tools answers: result, results, missing (result)
          --truto-limit <n>     Truto's own limit per ten seconds, 0 for none (0; the real one is 50)
          --missing-scopes <a,b>  resources that the key may not use: 403
          --read-only           a sandbox account in Truto's sense: writes are refused
          --blocked             a blocked account: every call is answered 503
          --help                this text

        GET /__sandbox/stats, POST /__sandbox/reset, GET and POST /__sandbox/faults need no token.
        """;

    /// <summary>Reads options, or says what is wrong with them.</summary>
    public static (SandboxOptions Options, string? Error) Parse(IReadOnlyList<string> args)
    {
        var options = new SandboxOptions { Port = 7072 };
        for (var index = 0; index < args.Count; index++)
        {
            var name = args[index];
            if (Flag(options, name) is { } flagged)
            {
                options = flagged;
                continue;
            }

            if (++index == args.Count)
            {
                return (
                    options, Help.Contains($"  {name} <", StringComparison.Ordinal) ? $"{name} needs a value" : $"{name} is not an option");
            }

            var (next, problem) = Apply(options, name, args[index]);
            if (problem is not null)
            {
                return (options, problem);
            }

            options = next;
        }

        return (options, null);
    }

    private static SandboxOptions? Flag(SandboxOptions options, string name) => name switch
    {
        "--read-only" => options with { ReadOnlyAccount = true },
        "--blocked" => options with { Blocked = true },
        "--no-reset" => options with { NoReset = true },
        _ => null,
    };

    private static (SandboxOptions Options, string? Error) Apply(SandboxOptions options, string name, string value) => name switch
    {
        "--port" => Number(name, value, 0, 65_535, number => options with { Port = (int)number }),
        "--limit" => Number(name, value, 1, int.MaxValue, number => options with { Limit = (int)number }),
        "--window" => Number(
            name, value, 0.001, 31_536_000, number => options with { Window = TimeSpan.FromSeconds(number) }, whole: false),
        "--latency" => Number(name, value, 0, 3_600_000, number => options with { Latency = TimeSpan.FromMilliseconds(number) }),
        "--seed" => Number(name, value, int.MinValue, int.MaxValue, number => options with { Seed = (int)number }),
        "--truto-limit" => Number(name, value, 0, int.MaxValue, number => options with { TrutoLimit = (int)number }),
        "--today" => DateTimeOffset.TryParse(
            value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var today)
            ? (options with { Today = today }, null)
            : (options, $"{name} must be a moment such as 2026-06-08T17:00Z, not \"{value}\""),
        "--token" => (options with { ApiToken = value }, null),
        "--account" => (options with { IntegratedAccountId = value }, null),
        "--missing-scopes" => (
            options with { MissingScopes = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) },
            null),
        "--dialect" => Choice<ArgumentDialect>(name, value, choice => options with { Dialect = choice }, options),
        "--tools" => Choice<ToolsAnswer>(name, value, choice => options with { Tools = choice }, options),
        _ => (options, $"{name} is not an option"),
    };

    private static (SandboxOptions, string?) Number(
        string name, string value, double low, double high, Func<double, SandboxOptions> apply, bool whole = true)
    {
        var valid =
            double.TryParse(
                value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= low
            && number <= high
            && (!whole || number == Math.Truncate(number));
        return valid
            ? (apply(number), null)
            : (
                new(),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} must be a {(whole ? "whole " : string.Empty)}number from {low} to {high}, not \"{value}\""));
    }

    private static (SandboxOptions, string?) Choice<T>(string name, string value, Func<T, SandboxOptions> apply, SandboxOptions options)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>();
        var index = Array.FindIndex(names, known => string.Equals(known, value, StringComparison.OrdinalIgnoreCase));
        return index >= 0
            ? (apply(Enum.GetValues<T>()[index]), null)
            : (options, $"{name} must be one of {string.Join(", ", names).ToLowerInvariant()}, not \"{value}\"");
    }
}
