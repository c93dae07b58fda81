using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.EmbeddedHost.Hosting.Configuration;

/// <summary>Reads a JSON file of settings; comments and trailing commas are allowed.</summary>
internal static class JsonSettings
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="HostStartException">It is not JSON; the message says where.</exception>
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
    }

    // The position is named once, and from 1 as editors count; System.Text.Json adds its own at the end.
    private static string Reason(Exception e)
    {
        var tail = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return tail < 0 ? e.Message : e.Message[..tail];
    }
}
