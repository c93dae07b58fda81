using FuseDeskFlows.EmbeddedHost.Worker.Functions;

namespace FuseDeskFlows.EmbeddedHost.Hosting;

/// <summary>Tells the person at the console what is served.</summary>
internal static class StartupBanner
{
    /// <summary>Prints the functions with their routes and schedules.</summary>
    public static async Task PrintAsync(TextWriter output, HostRuntime runtime)
    {
        var address = runtime.BaseAddress() ?? "";
        await output.WriteLineAsync($"Azure Functions, embedded host (.NET {Environment.Version}). State: {runtime.State.Path}");
        await output.WriteLineAsync();
        await output.WriteLineAsync("Functions:");
        await output.WriteLineAsync();
        foreach (var function in runtime.Catalog.Functions.OrderBy(f => f.Trigger is HttpFunctionTrigger ? 0 : 1))
        {
            await output.WriteLineAsync($"\t{function.Name}: {function.Trigger.Describe(address)}");
            await output.WriteLineAsync();
        }

        await output.WriteLineAsync("Press Ctrl+C to exit.");
        await output.FlushAsync();
    }
}
