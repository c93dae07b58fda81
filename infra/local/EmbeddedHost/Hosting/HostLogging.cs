using FuseDeskFlows.EmbeddedHost.Hosting.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace FuseDeskFlows.EmbeddedHost.Hosting;

/// <summary>Decides what is logged, and where.</summary>
internal static class HostLogging
{
    /// <summary>Adds logging: to the console, on stderr if stdout is for a result.</summary>
    public static void Add(WebApplicationBuilder builder, HostSetup setup, HostPlan plan)
    {
        var serving = plan.Command is ServeCommand;
        var logging = builder.Logging;
        logging.SetMinimumLevel(serving ? LogLevel.Information : LogLevel.Warning);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);
        logging.AddFilter("Polly", LogLevel.Warning);
        if (serving)
        {
            foreach (var (category, level) in plan.Runtime.HostJson.LogLevels)
            {
                logging.AddFilter(string.Equals(category, "default", StringComparison.OrdinalIgnoreCase) ? null : category, Enum.Parse<LogLevel>(level, ignoreCase: true));
            }

            logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        }

        if (!setup.LogToConsole)
        {
            return;
        }

        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "[yyyy-MM-ddTHH:mm:ss.fffZ] ";
            console.UseUtcTimestamp = true;
            console.ColorBehavior = LoggerColorBehavior.Default;
        });
        if (!serving)
        {
            builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        }
    }
}
