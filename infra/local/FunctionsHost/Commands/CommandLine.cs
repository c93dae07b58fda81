namespace LocalFunctionsHost.Commands;

internal static class CommandLine
{
    public const string Usage = """
        Usage: [options]                                      serve until Ctrl+C
               invoke <orchestration> ['<json>'] [options]    run one orchestration to its end
               mcp [<route or address>] [options]             serve the Model Context Protocol over stdin and stdout

          --port <number>         port on the loopback interface (default 7071; 0 takes any free one)
          --urls <urls>           addresses to listen on, separated by ';' (or the setting ASPNETCORE_URLS)
          --allow-non-loopback    let other machines in; function keys are not checked here

        invoke opens no port. Progress goes to stderr, the output as JSON to stdout.
          --instance-id <id>      start it under this id, or go on with the instance that has it
          --timeout <time>        give up waiting after so many seconds, or hh:mm:ss; the instance can be gone on with later

        mcp hands each message on to the app's own route for the protocol (default api/mcp), or, if an address is given, to an app that runs
        already. Nothing but the protocol goes to stdout.

          --app <folder>          the built app, where host.json is (default: here)
          --state <folder>        what outlives the process (default: the setting FUNCTIONS_HOST_STATE, or .local at the repository's root)
          --verbose               show more: all functions, all log lines of level Information
          --help                  print this

        Settings come from local.settings.json, here or in the app's folder, and from the environment, which wins.
        """;

    // The longest id that every storage provider takes.
    private const int LongestInstanceId = 100;

    private static readonly string[] Flags = ["--verbose", "--allow-non-loopback"];
    private static readonly string[] WithValue = ["--app", "--state", "--port", "--urls", "--instance-id", "--timeout"];

    public static bool AsksForHelp(IEnumerable<string> arguments) => arguments.Any(argument => argument is "--help" or "-h" or "-?");

    /// <summary>A setup with what the arguments say. Options may stand in any order, before and after <c>invoke</c>.</summary>
    public static HostSetup Read(IEnumerable<string> arguments, HostSetup setup)
    {
        var (options, words) = Split(arguments);
        bool Has(params string[] names) => names.Any(options.ContainsKey);
        var isBridge = words is [var first, ..] && IsBridge(first);
        var conflict = words.Count switch
        {
            > 0 when isBridge && Has("--port", "--urls", "--allow-non-loopback", "--instance-id", "--timeout") =>
                "mcp opens no port for others: --port, --urls, --allow-non-loopback, --instance-id and --timeout do not go with it.",
            > 2 when isBridge => $"Unknown argument '{words[2]}'. --help prints what there is.",
            > 0 when isBridge => null,
            0 when Has("--instance-id", "--timeout") => "--instance-id and --timeout belong to invoke.",
            0 when Has("--port") && Has("--urls") => "--port and --urls exclude each other.",
            > 0 when Has("--port", "--urls", "--allow-non-loopback") =>
                "invoke opens no port: --port, --urls and --allow-non-loopback do not go with it.",
            1 => "invoke needs the orchestration's name: invoke <orchestration> '<json>'.",
            _ => null,
        };
        if (conflict is not null)
        {
            throw new HostStartException(conflict);
        }

        return setup with
        {
            AppFolder = options.GetValueOrDefault("--app") ?? setup.AppFolder,
            StateFolder = options.GetValueOrDefault("--state") ?? setup.StateFolder,
            Port = options.TryGetValue("--port", out var port) ? Port(port) : null,
            Urls = options.GetValueOrDefault("--urls"),
            AllowNonLoopback = options.ContainsKey("--allow-non-loopback"),
            Verbose = options.ContainsKey("--verbose"),
            Invoke = words.Count == 0 || isBridge ? null : Invoke(words, options),
            Bridge = isBridge ? new(words.ElementAtOrDefault(1) ?? BridgeCommand.DefaultRoute) : null,
        };
    }

    private static (Dictionary<string, string> Options, List<string> Words) Split(IEnumerable<string> arguments)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        var words = new List<string>();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var argument))
        {
            var isOption = argument.StartsWith("--", StringComparison.Ordinal) || argument is "-p";
            var (name, value) = isOption && argument.Split('=', 2) is [var head, var tail] ? (head, tail) : (argument, null);
            name = name is "-p" ? "--port" : name;
            if (value is null && Flags.Contains(name, StringComparer.Ordinal))
            {
                options[name] = "";
            }
            else if (WithValue.Contains(name, StringComparer.Ordinal))
            {
                options[name] = value ?? (rest.TryDequeue(out var next) ? next : throw new HostStartException($"{name} needs a value."));
            }
            else if (isOption || words.Count == 3 || (words.Count == 0 && !IsCommand(argument)))
            {
                throw new HostStartException($"Unknown argument '{argument}'. --help prints what there is.");
            }
            else
            {
                words.Add(argument);
            }
        }

        return (options, words);
    }

    private static bool IsCommand(string word) => IsBridge(word) || word.Equals("invoke", StringComparison.OrdinalIgnoreCase);

    private static bool IsBridge(string word) => word.Equals("mcp", StringComparison.OrdinalIgnoreCase);

    private static InvokeCommand Invoke(List<string> words, Dictionary<string, string> options) => new(
        words[1],
        words.ElementAtOrDefault(2) is { } input ? Json(input) : null,
        options.TryGetValue("--instance-id", out var id) ? InstanceId(id) : null,
        options.TryGetValue("--timeout", out var timeout) ? Timeout(timeout) : null);

    private static int Port(string text) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
        ? port
        : throw new HostStartException($"--port '{text}' is not a port: a number from 0 to 65535 is.");

    private static string InstanceId(string text) => text.Length is > 0 and <= LongestInstanceId
        ? text
        : throw new HostStartException($"--instance-id takes 1 to {LongestInstanceId} characters.");

    private static TimeSpan Timeout(string text)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1e9)
        {
            return TimeSpan.FromSeconds(number);
        }

        string[] forms = [@"h\:mm\:ss", @"d\.hh\:mm\:ss"]; // else "24:00:00" would be 24 days
        return TimeSpan.TryParseExact(text, forms, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero
            ? time
            : throw new HostStartException($"--timeout '{text}' is not a time: seconds, hh:mm:ss under 24 hours, or d.hh:mm:ss are.");
    }

    private static string Json(string text)
    {
        try
        {
            using var _ = JsonDocument.Parse(text);
            return text;
        }
        catch (JsonException e)
        {
            throw new HostStartException(
                $"The input is not JSON (character {e.BytePositionInLine + 1} of line {e.LineNumber + 1}): {text}", e);
        }
    }
}
