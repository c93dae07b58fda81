namespace LocalFunctionsHost.Http;

/// <summary>Answers requests by the functions that their routes belong to.</summary>
internal sealed partial class FunctionRequests(FunctionCaller caller, SqliteStorageHealth storage, ILoggerFactory loggers)
{
    private readonly ILogger _log = loggers.CreateLogger("Host.Functions");

    /// <summary>Runs the function. A failure is 500 with nothing in it; what was begun is cut off.</summary>
    public async Task AnswerAsync(FunctionEntry function, HttpContext http)
    {
        using var forwarding = new Forwarding();
        http.Features.Set(forwarding);
        try
        {
            await caller.CallAsync(function, http, CancellationToken.None);
        }
        catch (Exception e)
        {
            // A function that took too long may answer yet; this request does not wait for it.
            await forwarding.EndAsync();
            await FailAsync(function, http, e.GetBaseException());
        }
    }

    private async Task FailAsync(FunctionEntry function, HttpContext http, Exception cause)
    {
        if (http.RequestAborted.IsCancellationRequested)
        {
            LogGone(function.Name);
            return;
        }

        if (cause is WorkerUnavailableException)
        {
            await Problems.UnavailableAsync(http, cause.Message);
            return;
        }

        LogFailed(cause, function.Name);
        if (http.Response.HasStarted)
        {
            http.Abort();
        }
        else
        {
            await Problems.FailedAsync(http, storage);
        }
    }

    [LoggerMessage(7301, LogLevel.Error, "{Function} failed.")]
    private partial void LogFailed(Exception e, string function);

    [LoggerMessage(7302, LogLevel.Debug, "Whoever waited for {Function} is gone.")]
    private partial void LogGone(string function);
}
