using LocalFunctionsHost;
using LocalFunctionsHost.Settings;
using LocalFunctionsHost.Terminal;
using LocalFunctionsHost.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace LocalHost.Tests.Terminal;

public sealed class HostLoggingTests : IDisposable
{
    private readonly StringWriter _error = new();

    public void Dispose() => _error.Dispose();

    [Fact]
    public void A_line_has_time_level_category_event_and_message()
    {
        Log("App.Runs", LogLevel.Warning, new EventId(1203, "RunWaits"), "CaseTriage waits.");
        Assert.Equal($"13:05:01.250Z warn App.Runs[1203]: CaseTriage waits.{Environment.NewLine}", _error.ToString());
    }

    [Fact]
    public void What_was_thrown_stands_below_its_line_and_lines_of_a_message_are_indented()
    {
        Log("App", LogLevel.Error, default, "It broke\nbadly.", new InvalidOperationException("on purpose"));
        Assert.Equal(
            ["13:05:01.250Z fail App: It broke", "      badly.", "      System.InvalidOperationException: on purpose", ""],
            _error.ToString().Split(Environment.NewLine));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Stacks_of_the_app_are_shown_while_serving_and_the_hosts_own_are_not(bool invoke, bool shown)
    {
        string[]? addresses = invoke ? [] : null;
        const string text = "App.Broken: on purpose\n   at App.Do()";
        Log("App", LogLevel.Error, default, "It broke.", new WorkerLogException(text), addresses: addresses);
        Assert.Equal(shown, _error.ToString().Contains("at App.Do()", StringComparison.Ordinal));
        Log("Host", LogLevel.Error, default, "The same\n   at Host.Do()", addresses: addresses);
        Assert.DoesNotContain("at Host.Do()", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("App.Broken: on purpose", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Function.CaseTriage.User", "failed")]
    [InlineData(
        "Host.Triggers.DurableTask", "'APPINSIGHTS_INSTRUMENTATIONKEY' or 'APPLICATIONINSIGHTS_CONNECTION_STRING' were not defined")]
    public void What_others_say_too_and_advice_for_Azure_are_left_out(string category, string message)
    {
        Log(category, LogLevel.Error, default, message);
        Assert.Equal("", _error.ToString());
    }

    [Theory]
    [InlineData("App.Runs", true)]
    [InlineData("Microsoft.AspNetCore.Hosting", false)]
    [InlineData("Yarp.ReverseProxy", false)]
    [InlineData("Polly", false)]
    [InlineData("Function.CaseTriage", false)]
    [InlineData("Host.Triggers.DurableTask", false)]
    public void Noisy_categories_are_quiet_and_their_warnings_are_not(string category, bool heard)
    {
        Log(category, LogLevel.Information, default, "information");
        Assert.Equal(heard, _error.ToString().Contains("information", StringComparison.Ordinal));
        Log(category, LogLevel.Warning, default, "warning");
        Assert.Contains("warning", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Host_json_says_what_else_is_heard()
    {
        (string, string)[] levels = [("default", "Error"), ("Function", "Information"), ("App.Runs", "debug")];
        Log("Function.CaseTriage", LogLevel.Information, default, "one", levels: levels);
        Log("App.Runs", LogLevel.Debug, default, "two", levels: levels);
        Log("App.Others", LogLevel.Warning, default, "three", levels: levels);
        Assert.Equal(
            ["one", "two"],
            _error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ")[1]));
    }

    [Fact]
    public void An_invocation_logs_what_is_wrong_only()
    {
        Log("App.Runs", LogLevel.Information, default, "information", addresses: []);
        Log("App.Runs", LogLevel.Warning, default, "warning", addresses: []);
        Assert.EndsWith($"warn App.Runs: warning{Environment.NewLine}", _error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("information", _error.ToString(), StringComparison.Ordinal);
    }

    private void Log(
        string category,
        LogLevel level,
        EventId id,
        string message,
        Exception? error = null,
        (string, string)[]? levels = null,
        string[]? addresses = null)
    {
        var settings = new HostSettings
        {
            AppFolder = "/app",
            StateFolder = "/state",
            WorkerEnvironment = new Dictionary<string, string?>(StringComparer.Ordinal),
            Configuration = new ConfigurationBuilder().AddInMemoryCollection((levels ?? [])
                .Select(pair => KeyValuePair.Create($"AzureFunctionsJobHost:logging:logLevel:{pair.Item1}", (string?)pair.Item2))).Build(),
            Addresses = addresses ?? ["http://localhost:7071"],
        };
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 6, 8, 13, 5, 1, 250, TimeSpan.Zero));
        using var factory = LoggerFactory.Create(
            logging => HostLogging.Add(logging, settings, new HostSetup { WorkingDirectory = "/", Error = _error, Time = time }));
        factory.CreateLogger(category).Log(level, id, error, "{Message}", message);
    }
}
