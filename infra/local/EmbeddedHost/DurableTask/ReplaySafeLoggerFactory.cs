using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask;

/// <summary>Makes <see cref="ReplaySafeLogger"/>s; the loggers' owner is the host.</summary>
internal sealed class ReplaySafeLoggerFactory(TaskOrchestrationContext context, Func<ILoggerFactory> loggers) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new ReplaySafeLogger(context, loggers().CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) =>
        throw new NotSupportedException("Log providers are added to the host, not to an orchestration.");

    public void Dispose()
    {
        // The host owns the loggers.
    }
}
