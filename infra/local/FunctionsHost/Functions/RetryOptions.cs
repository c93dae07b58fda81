namespace LocalFunctionsHost.Functions;

/// <summary>How often a function that failed is tried again (-1: for ever), and after which pause, doubling up to the longest.</summary>
internal sealed record RetryOptions(int MaxRetryCount, TimeSpan FirstDelay, TimeSpan LongestDelay)
{
    /// <summary>Reads what the Worker SDK writes.</summary>
    /// <exception cref="HostStartException">A value is missing or cannot be read.</exception>
    public static RetryOptions Read(string function, JsonElement json)
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

    public bool Allows(int retries) => MaxRetryCount == -1 || retries < MaxRetryCount;

    public TimeSpan Delay(int retries)
    {
        var delay = FirstDelay * Math.Pow(2, Math.Min(retries, 30));
        return delay < LongestDelay ? delay : LongestDelay;
    }
}
