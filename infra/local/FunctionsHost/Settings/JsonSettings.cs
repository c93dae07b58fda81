using System.Text.Json;

namespace LocalFunctionsHost.Settings;

/// <summary>Reads a JSON file of settings; comments and trailing commas are allowed.</summary>
internal static class JsonSettings
{
    /// <summary>Reads the file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="HostStartException">It cannot be read or is not JSON; the message says where.</exception>
    public static IConfigurationRoot Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return new ConfigurationBuilder().AddJsonStream(stream).Build();
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or JsonException)
        {
            var json = e as JsonException ?? e.InnerException as JsonException;
            var position = json is null ? "" : $", line {json.LineNumber + 1}, column {json.BytePositionInLine + 1}";
            throw new HostStartException($"{path}{position}: {Reason(json ?? e)}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HostStartException($"{path} cannot be read: {e.Message}", e);
        }
    }

    // The position is named once, and from 1 as editors count; System.Text.Json adds its own at the end.
    private static string Reason(Exception e)
    {
        var tail = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return tail < 0 ? e.Message : e.Message[..tail];
    }
}
