using System.Net;

namespace FuseDeskFlows.Benchmarks.Crash;

/// <summary>Calls a host that may die at any moment.</summary>
internal static class Patient
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Makes one attempt.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The answer; null if none came or the host could not.</returns>
    public static async Task<HttpStatusCode?> TryAsync(Func<Task<HttpStatusCode>> call)
    {
        try
        {
            var status = await call();
            return status < HttpStatusCode.InternalServerError ? status : null;
        }
        catch (Exception dead) when (IsDeath(dead))
        {
            return null;
        }
    }

    /// <summary>Asks until there is an answer.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="call">The call.</param>
    /// <returns>The answer.</returns>
    public static async Task<T> AskAsync<T>(Func<Task<T>> call)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (Exception dead) when (IsDeath(dead))
            {
                await Task.Delay(Pause);
            }
        }
    }

    private static bool IsDeath(Exception exception) => exception is HttpRequestException or IOException or TaskCanceledException;
}
