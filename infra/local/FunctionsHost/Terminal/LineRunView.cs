using System.Globalization;

namespace LocalFunctionsHost.Terminal;

/// <summary>Shows a run as lines, one for each change, where nobody can draw.</summary>
/// <param name="output">Where the lines go.</param>
/// <param name="time">The clock that the lines begin with.</param>
internal sealed class LineRunView(TextWriter output, TimeProvider time) : IRunView
{
    private string? _last;

    /// <inheritdoc />
    public Task<T> ShowAsync<T>(Func<Action<string?>, Task<T>> watch) => watch(Show);

    private void Show(string? customStatus)
    {
        if (customStatus is null || string.Equals(customStatus, _last, StringComparison.Ordinal))
        {
            return;
        }

        _last = customStatus;
        var now = time.GetUtcNow();
        var clock = TimeZoneInfo.ConvertTime(now, time.LocalTimeZone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        output.WriteLine($"{clock} {Text(customStatus, now)}");
    }

    private string Text(string customStatus, DateTimeOffset now)
    {
        if (RunStatus.Read(customStatus) is not { } status)
        {
            return $"status: {customStatus}";
        }

        var steps = status.Steps.Length == 0 ? "" : $" ({status.Steps})";
        return status.Waiting is { } waiting ? $"{status.Phase}{steps}: {waiting.Text(now, time.LocalTimeZone)}" : $"{status.Phase}{steps}";
    }
}
