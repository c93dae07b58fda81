namespace LocalFunctionsHost.Terminal;

/// <summary>Logs to a writer: the terminal's, or whatever the setup gives. One writer, one line at a time.</summary>
/// <param name="output">Where lines go.</param>
/// <param name="format">How they look.</param>
/// <param name="time">The clock that lines begin with.</param>
/// <param name="all">Whether noise is written too.</param>
internal sealed class LineLoggerProvider(TextWriter output, LineFormat format, TimeProvider time, bool all) : ILoggerProvider
{
    private readonly Lock _gate = new();

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => new LineLogger(this, categoryName);

    /// <inheritdoc />
    public void Dispose()
    {
        // The writer belongs to who gave it.
    }

    private void Write(string line)
    {
        lock (_gate)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }

    private sealed class LineLogger(LineLoggerProvider provider, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && formatter(state, exception) is var message && provider.IsWanted(category, message))
            {
                provider.Write(provider.Format(logLevel, category, eventId, message, exception));
            }
        }
    }

    private bool IsWanted(string category, string message) => all || !LogNoise.Is(category, message);

    private string Format(LogLevel level, string category, EventId id, string message, Exception? exception) =>
        format.Format(time.GetUtcNow(), level, category, id, message, exception);
}
