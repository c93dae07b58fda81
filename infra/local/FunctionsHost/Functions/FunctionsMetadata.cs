using System.Text.Json;

namespace LocalFunctionsHost.Functions;

/// <summary>Reads functions.metadata, which the Worker SDK writes beside the app's assembly.</summary>
internal static class FunctionsMetadata
{
    private const string FileName = "functions.metadata";

    /// <summary>The app's functions, in the order of their names: of two routes that match, the first wins, as on the Functions host.</summary>
    /// <param name="appFolder">The folder of the built app.</param>
    /// <exception cref="HostStartException">There is no such file, it cannot be read, or a function asks for what this host cannot do.</exception>
    public static IReadOnlyList<FunctionEntry> Read(string appFolder)
    {
        var path = Path.Combine(appFolder, FileName);
        if (!File.Exists(path))
        {
            throw new HostStartException($"{appFolder} holds no {FileName}: it is not the folder of a built .NET isolated Functions app.");
        }

        try
        {
            using var file = JsonDocument.Parse(File.ReadAllBytes(path));
            return [.. file.RootElement.Clone().EnumerateArray().Select(Function).OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new HostStartException($"{path} cannot be read: {e.Message}", e);
        }
    }

    private static FunctionEntry Function(JsonElement json)
    {
        var name = Text(json, "name");
        BindingEntry[] bindings = [.. json.GetProperty("bindings").EnumerateArray().Select(Binding)];
        SupportedBindings.Check(name, bindings);
        return new FunctionEntry(name, Text(json, "scriptFile"), Text(json, "entryPoint"), Text(json, "language"), bindings)
        {
            Retry = json.TryGetProperty("retry", out var retry) && retry.ValueKind == JsonValueKind.Object ? RetryOptions.Read(name, retry) : null,
        };
    }

    private static BindingEntry Binding(JsonElement json) => new(Text(json, "name"), Text(json, "type"), Text(json, "direction"), json);

    private static string Text(JsonElement json, string property) => json.GetProperty(property).GetString() ?? "";
}
