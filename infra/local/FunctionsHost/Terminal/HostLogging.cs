namespace LocalFunctionsHost.Terminal;

internal static class HostLogging
{
    // What speaks of each request, message or step: of interest when something is wrong with them.
    private static readonly string[] Noisy =
    [
        "Microsoft", "Grpc", "Yarp", "System.Net.Http", "Polly", "DurableTask", "Host.Triggers.DurableTask", "Host.Aggregator", "Function",
        "Worker", "Host.Startup",
    ];

    // These stay quiet for who wants to read everything too: they speak of the host's inner traffic.
    private static readonly string[] AlwaysQuiet =
        ["Microsoft.AspNetCore", "Microsoft.Hosting", "Microsoft.Extensions", "Grpc", "Yarp", "System.Net.Http"];

    /// <summary>Adds lines to the setup's error writer. Settings, host.json's <c>logging.logLevel</c> too, win over the defaults.</summary>
    public static void Add(ILoggingBuilder logging, HostSettings settings, HostSetup setup)
    {
        var serving = settings.Addresses.Count > 0 || setup.Verbose;
        logging.AddProvider(new LineLog(setup, brief: !serving));
        logging.SetMinimumLevel(serving ? LogLevel.Information : LogLevel.Warning);
        foreach (var category in setup.Verbose ? AlwaysQuiet : Noisy)
        {
            logging.AddFilter(category, LogLevel.Warning);
        }

        // A queue that nobody has written to yet is an error to the client, and none to anybody else.
        logging.AddFilter("Azure", LogLevel.Error);

        // What a start fails of is said by whoever starts, in a sentence; the other one tells the same failures again, gathered.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.AddFilter("Host.Results", LogLevel.None);
        if (!serving)
        {
            // How an invocation failed is its last line; these say it again, with the framework's stacks.
            logging.AddFilter("Function", LogLevel.None);
            logging.AddFilter("Microsoft.Azure.Functions.Worker", LogLevel.None);
            return;
        }

        foreach (var level in settings.Configuration.GetSection($"{HostSettings.HostJsonSection}:logging:logLevel").GetChildren())
        {
            if (Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out var least))
            {
                logging.AddFilter(level.Key.Equals("default", StringComparison.OrdinalIgnoreCase) ? null : level.Key, least);
            }
        }

        logging.AddConfiguration(settings.Configuration.GetSection("Logging"));
    }
}
