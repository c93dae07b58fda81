using System.Text;

namespace LocalFunctionsHost.Terminal;

/// <summary>Logs an entry a line: time (UTC), level, category, event and message; below it, what was thrown.</summary>
/// <param name="setup">Where to, and whether all is written: noise, and where the host noticed a failure.</param>
/// <param name="brief">Whether no stack is shown, not even where the app broke.</param>
internal sealed class LineLog(HostSetup setup, bool brief) : ILoggerProvider
{
    private const string Indent = "      ";

    // Advice of the durable extension for apps on Azure, at each start.
    private static readonly string[] Advice =
        ["'APPINSIGHTS_INSTRUMENTATIONKEY' or", "Durable Functions Distributed Tracing V2 is GA now!"];

    private readonly bool _hasColor = setup.Error is ErrorWriter { Console: not null };
    private readonly Lock _gate = new();

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
    }

    private void Write(LogLevel level, string category, EventId id, string message, Exception? exception)
    {
        if (!setup.Verbose && IsNoise(category, message))
        {
            return;
        }

        var isOurs = category.StartsWith("LocalFunctionsHost.", StringComparison.Ordinal);
        var name = isOurs ? category[(category.LastIndexOf('.') + 1)..] : category;
        var line = new StringBuilder($"{setup.Time.GetUtcNow():HH:mm:ss.fff}Z {Level(level)} {name}{(id.Id == 0 ? "" : $"[{id.Id}]")}: ")
            .Append(Indented(message, setup.Verbose));
        if (exception is not null)
        {
            // Where the app broke is in the app's code; where the host noticed it helps nobody.
            var stacks = setup.Verbose || (!brief && exception is WorkerLogException);
            line.Append(Environment.NewLine).Append(Indent).Append(Indented(exception.ToString(), stacks));
        }

        lock (_gate)
        {
            setup.Error.WriteLine(line.ToString());
        }
    }

    // Function.NAME.User says what the app's own category says too.
    private static bool IsNoise(string category, string message) =>
        (category.StartsWith("Function.", StringComparison.Ordinal) && category.EndsWith(".User", StringComparison.Ordinal))
        || Advice.Any(advice => message.StartsWith(advice, StringComparison.Ordinal));

    private static string Indented(string text, bool stacks) => string.Join(
        Environment.NewLine + Indent,
        text.Trim().ReplaceLineEndings("\n").Split('\n').Where(line => stacks || !IsFrame(line.TrimStart())));

    private static bool IsFrame(string line) =>
        line.StartsWith("at ", StringComparison.Ordinal) || line.StartsWith("--- End of", StringComparison.Ordinal);

    private string Level(LogLevel level)
    {
        var (name, color) = level switch
        {
            LogLevel.Critical => ("crit", "\e[1;31m"),
            LogLevel.Error => ("fail", "\e[31m"),
            LogLevel.Warning => ("warn", "\e[33m"),
            LogLevel.Information => ("info", "\e[32m"),
            _ => ("dbug", "\e[2m"),
        };
        return _hasColor ? $"{color}{name}\e[0m" : name;
    }

    private sealed class Category(LineLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Write(logLevel, name, eventId, formatter(state, exception), exception);
    }
}
