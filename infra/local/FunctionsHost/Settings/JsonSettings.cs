namespace LocalFunctionsHost.Settings;

/// <summary>Reads a JSON file of settings; comments and trailing commas are allowed.</summary>
internal static class JsonSettings
{
    /// <exception cref="HostStartException">The file is not JSON; the message says where.</exception>
    public static IConfigurationRoot Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return new ConfigurationBuilder().AddJsonStream(stream).Build();
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or JsonException)
        {
            // The position is named once, and from 1 as editors count; System.Text.Json adds its own at the end.
            var json = e as JsonException ?? e.InnerException as JsonException;
            var position = json is null ? "" : $", line {json.LineNumber + 1}, column {json.BytePositionInLine + 1}";
            throw new HostStartException($"{path}{position}: {(json ?? e).Message.Split(" LineNumber:")[0]}", e);
        }
    }
}
