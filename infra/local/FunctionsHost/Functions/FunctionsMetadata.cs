namespace LocalFunctionsHost.Functions;

/// <summary>Reads what the Worker SDK writes beside the app's assembly.</summary>
internal static class FunctionsMetadata
{
    private const string FileName = "functions.metadata";

    private static readonly string[] Triggers =
        ["httpTrigger", "timerTrigger", "queueTrigger", "orchestrationTrigger", "activityTrigger", "entityTrigger"];

    private static readonly string[] Others = ["durableClient", "http", "queue"];

    /// <summary>The app's functions by name: of two routes that match, the first wins, as on the Functions host.</summary>
    /// <exception cref="HostStartException">The file is missing or unreadable, or a function asks for what this host cannot do.</exception>
    public static IReadOnlyList<FunctionEntry> Read(string appFolder)
    {
        var path = Path.Combine(appFolder, FileName);
        return File.Exists(path)
            ? Read(path, json => json.EnumerateArray().Select(Function).OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase).ToList())
            : throw new HostStartException(
                $"{appFolder} holds no {FileName}: it is not the folder of a built .NET isolated Functions app.");
    }

    /// <summary>The assembly to start; functions may also be in assemblies that it references.</summary>
    /// <exception cref="HostStartException">worker.config.json is not there, or names no assembly.</exception>
    public static string AssemblyOf(string appFolder) => Read(Path.Combine(appFolder, "worker.config.json"), json =>
        Path.Combine(appFolder, json.GetProperty("description").GetProperty("defaultWorkerPath").GetString() ?? ""));

    private static T Read<T>(string path, Func<JsonElement, T> read)
    {
        try
        {
            return read(JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(path)));
        }
        catch (Exception e) when (e is IOException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new HostStartException($"{path} cannot be read: {e.Message}", e);
        }
    }

    private static FunctionEntry Function(JsonElement json)
    {
        var name = Text(json, "name");
        BindingEntry[] bindings = [.. json.GetProperty("bindings").EnumerateArray().Select(binding =>
            new BindingEntry(Text(binding, "name"), Text(binding, "type"), Text(binding, "direction"), binding))];
        Check(name, bindings);
        return new FunctionEntry(name, Text(json, "scriptFile"), Text(json, "entryPoint"), Text(json, "language"), bindings)
        {
            Retry = json.TryGetProperty("retry", out var retry) && retry.ValueKind == JsonValueKind.Object
                ? RetryOptions.Read(name, retry)
                : null,
        };
    }

    // A function that starts, but gets nothing, would be worse.
    private static void Check(string function, BindingEntry[] bindings)
    {
        if (Array.Find(bindings, b => !(b.IsTrigger ? Triggers : Others).Contains(b.Type, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new HostStartException(
                $"Function {function} binds {unknown.Name} as {unknown.Type}, which this host cannot do. It knows "
                + $"{string.Join(", ", Triggers.Concat(Others).Order(StringComparer.Ordinal))}.");
        }

        if (bindings.Count(b => b.IsTrigger) is not 1 and var count)
        {
            throw new HostStartException($"Function {function} must have one trigger; it has {count}.");
        }
    }

    private static string Text(JsonElement json, string property) => json.GetProperty(property).GetString() ?? "";
}
