using LocalFunctionsHost.Settings;

namespace LocalFunctionsHost.Terminal;

/// <summary>Decides what is logged, and where.</summary>
internal static class HostLogging
{
    // What speaks of each request, message or step: of interest when something is wrong with them.
    private static readonly string[] Noisy =
        ["Microsoft", "Grpc", "Yarp", "System.Net.Http", "Polly", "DurableTask", "Host.Triggers.DurableTask", "Host.Aggregator", "Function", "Worker", "Host.Startup"];

    // These stay quiet for who wants to read everything too: they speak of the host's inner traffic.
    private static readonly string[] AlwaysQuiet = ["Microsoft.AspNetCore", "Microsoft.Hosting", "Microsoft.Extensions", "Grpc", "Yarp", "System.Net.Http"];

    /// <summary>Adds logging: lines to the setup's error writer.</summary>
    /// <param name="logging">The host's logging.</param>
    /// <param name="settings">The settings; host.json's <c>logging.logLevel</c> and the settings <c>Logging:LogLevel:...</c> win over the defaults.</param>
    /// <param name="setup">Where lines go.</param>
    public static void Add(ILoggingBuilder logging, HostSettings settings, HostSetup setup)
    {
        var serving = settings.Addresses.Count > 0 || settings.Verbose;
        var format = new LineFormat(HasColor(setup.Error), stacks: settings.Verbose, brief: !serving);
        logging.AddProvider(new LineLoggerProvider(setup.Error, format, setup.Time, settings.Verbose));
        logging.SetMinimumLevel(serving ? LogLevel.Information : LogLevel.Warning);
        foreach (var category in settings.Verbose ? AlwaysQuiet : Noisy)
        {
            logging.AddFilter(category, LogLevel.Warning);
        }

        // A queue that nobody has written to yet is an error to the client, and none to anybody else.
        logging.AddFilter("Azure", LogLevel.Error);

        // What a start fails of is said by whoever starts, in a sentence.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);

        // The same failures again, gathered.
        logging.AddFilter("Host.Results", LogLevel.None);
        if (!serving)
        {
            // How an invocation failed is its last line; these say it again, with the framework's stacks.
            logging.AddFilter("Function", LogLevel.None);
            logging.AddFilter("Microsoft.Azure.Functions.Worker", LogLevel.None);
            return;
        }

        foreach (var (category, level) in Levels(settings))
        {
            logging.AddFilter(category, level);
        }

        logging.AddConfiguration(settings.Configuration.GetSection("Logging"));
    }

    private static IEnumerable<(string? Category, LogLevel Level)> Levels(HostSettings settings) =>
        settings.Configuration.GetSection($"{HostSettings.HostJsonSection}:logging:logLevel").GetChildren()
            .Where(level => level.Value is not null)
            .Select(level => (level.Key.ToUpperInvariant() is "DEFAULT" ? null : level.Key, Enum.Parse<LogLevel>(level.Value!, ignoreCase: true)));

    private static bool HasColor(TextWriter output) => output is ConsoleTextWriter || TerminalConsole.IsLive(TerminalConsole.On(output));
}
