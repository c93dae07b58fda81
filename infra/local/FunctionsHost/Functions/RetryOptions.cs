using System.Globalization;
using System.Text.Json;

namespace LocalFunctionsHost.Functions;

/// <summary>How often, and after which pause, a function that failed is tried again.</summary>
/// <param name="MaxRetryCount">How many times; -1 for ever.</param>
/// <param name="FirstDelay">The pause before the first retry.</param>
/// <param name="LongestDelay">What the pause grows to, doubling; the first one if it does not grow.</param>
public sealed record RetryOptions(int MaxRetryCount, TimeSpan FirstDelay, TimeSpan LongestDelay)
{
    /// <summary>Reads the options as the Worker SDK writes them.</summary>
    /// <exception cref="HostStartException">A value is missing or cannot be read.</exception>
    internal static RetryOptions Read(string function, JsonElement json)
    {
        TimeSpan Time(string property) =>
            json.TryGetProperty(property, out var value) && TimeSpan.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var time)
                ? time
                : throw new HostStartException($"Function {function}: retry.{property} is not a time, such as 00:00:05.");

        var count = json.TryGetProperty("maxRetryCount", out var max) && max.TryGetInt32(out var number)
            ? number
            : throw new HostStartException($"Function {function}: retry.maxRetryCount is not a number.");
        return json.TryGetProperty("delayInterval", out _)
            ? new RetryOptions(count, Time("delayInterval"), Time("delayInterval"))
            : new RetryOptions(count, Time("minimumInterval"), Time("maximumInterval"));
    }

    /// <summary>Whether one more try is due.</summary>
    /// <param name="retries">How many there were.</param>
    public bool Allows(int retries) => MaxRetryCount == -1 || retries < MaxRetryCount;

    /// <summary>The pause before a retry.</summary>
    /// <param name="retries">How many there were.</param>
    public TimeSpan Delay(int retries)
    {
        var delay = FirstDelay * Math.Pow(2, Math.Min(retries, 30));
        return delay < LongestDelay ? delay : LongestDelay;
    }
}
