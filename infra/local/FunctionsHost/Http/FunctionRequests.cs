using DurableSqlite;
using LocalFunctionsHost.Functions;
using LocalFunctionsHost.Jobs;
using LocalFunctionsHost.Worker;

namespace LocalFunctionsHost.Http;

/// <summary>Answers requests by the functions that their routes belong to.</summary>
internal sealed partial class FunctionRequests(IFunctionCaller caller, SqliteStorageHealth storage, ILoggerFactory loggers)
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
            var cause = e.GetBaseException();
            if (http.RequestAborted.IsCancellationRequested)
            {
                LogGone(function.Name);
            }
            else if (http.Response.HasStarted)
            {
                LogFailed(cause, function.Name);
                http.Abort();
            }
            else if (cause is WorkerUnavailableException)
            {
                await Problems.UnavailableAsync(http, $"The app's worker could not start: {cause.Message}");
            }
            else if (storage.Failure is { } failure)
            {
                LogFailed(cause, function.Name);
                await Problems.UnavailableAsync(http, failure.Message);
            }
            else
            {
                LogFailed(cause, function.Name);
                http.Response.Clear();
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }
        }
    }

    [LoggerMessage(7301, LogLevel.Error, "{Function} failed.")]
    private partial void LogFailed(Exception e, string function);

    [LoggerMessage(7302, LogLevel.Debug, "Whoever waited for {Function} is gone.")]
    private partial void LogGone(string function);
}
