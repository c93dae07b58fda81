using System.Text.Json;

namespace LocalFunctionsHost.Functions;

/// <summary>Reads worker.config.json, which the Worker SDK writes beside the app's assembly.</summary>
internal static class WorkerDescription
{
    private const string FileName = "worker.config.json";

    /// <summary>The assembly to start; functions may also be in assemblies that it references.</summary>
    /// <param name="appFolder">The folder of the built app.</param>
    /// <returns>The assembly's path.</returns>
    /// <exception cref="HostStartException">There is no such file, or it names no assembly.</exception>
    public static string AssemblyOf(string appFolder)
    {
        var path = Path.Combine(appFolder, FileName);
        try
        {
            using var file = JsonDocument.Parse(File.ReadAllBytes(path));
            return Path.Combine(appFolder, file.RootElement.GetProperty("description").GetProperty("defaultWorkerPath").GetString() ?? "");
        }
        catch (Exception e) when (e is IOException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new HostStartException($"{path} cannot be read: {e.Message}", e);
        }
    }
}
