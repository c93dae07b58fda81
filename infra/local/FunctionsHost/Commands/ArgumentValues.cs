using System.Globalization;
using System.Text.Json;

namespace LocalFunctionsHost.Commands;

/// <summary>Checks the values of arguments.</summary>
internal static class ArgumentValues
{
    // The longest id that every storage provider takes.
    private const int LongestInstanceId = 100;

    /// <summary>A port; 0 takes any free one.</summary>
    /// <param name="text">As it was typed.</param>
    /// <exception cref="HostStartException">It is none.</exception>
    public static int Port(string text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : throw new HostStartException($"--port '{text}' is not a port: a number from 0 to 65535 is.");

    /// <summary>The id of an instance.</summary>
    /// <param name="text">As it was typed.</param>
    /// <exception cref="HostStartException">It is too long or empty.</exception>
    public static string InstanceId(string text) =>
        text.Length is > 0 and <= LongestInstanceId
            ? text
            : throw new HostStartException($"--instance-id takes 1 to {LongestInstanceId} characters.");

    /// <summary>A length of time: seconds, or hh:mm:ss.</summary>
    /// <param name="text">As it was typed.</param>
    /// <exception cref="HostStartException">It is none.</exception>
    public static TimeSpan Timeout(string text)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e9)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero
            ? time
            : throw new HostStartException($"--timeout '{text}' is not a time: seconds or hh:mm:ss are.");
    }

    /// <summary>JSON.</summary>
    /// <param name="text">As it was typed.</param>
    /// <exception cref="HostStartException">It is no JSON; the message says where.</exception>
    public static string Json(string text)
    {
        try
        {
            using var _ = JsonDocument.Parse(text);
            return text;
        }
        catch (JsonException e)
        {
            throw new HostStartException(
                $"The input is not JSON (character {e.BytePositionInLine + 1} of line {e.LineNumber + 1}): {text}", e);
        }
    }
}
