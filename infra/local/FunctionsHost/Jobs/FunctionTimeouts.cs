using System.Runtime.ExceptionServices;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Azure.WebJobs.Host.Timers;

namespace LocalFunctionsHost.Jobs;

/// <summary>Replaces the worker when a function neither ends in its time nor when it is told to.</summary>
internal sealed partial class FunctionTimeouts(WorkerSupervisor workers, ILoggerFactory loggers) : IWebJobsExceptionHandler
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly ILogger _log = loggers.CreateLogger("Host.Functions");

    public Task OnTimeoutExceptionAsync(ExceptionDispatchInfo exceptionInfo, TimeSpan timeoutGracePeriod)
    {
        if (exceptionInfo.SourceException is FunctionTimeoutException { Task: { } running } timeout)
        {
            // Whoever waits for the function is told at once; the worker may end later.
            _ = ReplaceAsync(running, timeout.MethodName);
        }

        return Task.CompletedTask;
    }

    public Task OnUnhandledExceptionAsync(ExceptionDispatchInfo exceptionInfo)
    {
        LogUnhandled(exceptionInfo.SourceException);
        return Task.CompletedTask;
    }

    private async Task ReplaceAsync(Task running, string function)
    {
        await Task.WhenAny(running, Task.Delay(Grace));
        if (!running.IsCompleted)
        {
            LogReplaced(function);
            workers.Replace();
        }
    }

    [LoggerMessage(
        7211, LogLevel.Error, "{Function} ran longer than functionTimeout, and did not end when it was told to: the worker is replaced.")]
    private partial void LogReplaced(string function);

    [LoggerMessage(7212, LogLevel.Error, "A background task of WebJobs failed.")]
    private partial void LogUnhandled(Exception e);
}
