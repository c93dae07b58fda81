namespace LocalFunctionsHost.Jobs;

/// <summary>
/// Calls functions whose triggers are the host's own (HTTP, timers) the way that WebJobs calls the others, and again where the function
/// says so.
/// </summary>
internal sealed partial class FunctionCaller(Func<IJobHost> jobs, TimeProvider time, ILoggerFactory loggers)
{
    private readonly ILogger _log = loggers.CreateLogger("Host.Functions");

    /// <summary>Runs a function to its end; what its trigger hands over, <see cref="DirectCall.Trigger"/> says.</summary>
    public async Task CallAsync(FunctionEntry function, object trigger, CancellationToken cancellationToken)
    {
        // A request is tried again by whoever sent it.
        var retry = function.IsHttp ? null : function.Retry;
        for (var retries = 0; ; retries++)
        {
            var context = retry is null ? null : new RetryContext { RetryCount = retries, MaxRetryCount = retry.MaxRetryCount };
            var call = new DirectCall(trigger, context);
            var arguments = new Dictionary<string, object>(StringComparer.Ordinal) { [function.Trigger.Name] = call };
            try
            {
                await jobs().CallAsync(function.Name, arguments, cancellationToken);
                return;
            }
            catch (Exception e) when (retry?.Allows(retries) == true && !cancellationToken.IsCancellationRequested)
            {
                LogAgain(e, function.Name, retry.Delay(retries).TotalSeconds);
            }

            await Task.Delay(retry.Delay(retries), time, cancellationToken);
        }
    }

    [LoggerMessage(7201, LogLevel.Warning, "{Function} failed; it is tried again in {Seconds} s.")]
    private partial void LogAgain(Exception e, string function, double seconds);
}
