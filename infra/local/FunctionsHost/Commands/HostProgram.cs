using DurableSqlite;
using LocalFunctionsHost.Settings;
using LocalFunctionsHost.Terminal;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;

namespace LocalFunctionsHost.Commands;

/// <summary>The host as a program: what it is told, what it prints, and how it ends.</summary>
internal static class HostProgram
{
    private const string DurableTask = $"{HostSettings.HostJsonSection}:extensions:durableTask";

    /// <summary>Does what the command line asks for.</summary>
    /// <param name="setup">What the process gives.</param>
    /// <param name="stopping">The person has had enough.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(HostSetup setup, CancellationToken stopping)
    {
        try
        {
            switch (CommandLine.Parse(setup.Arguments).Command)
            {
                case HelpCommand:
                    await setup.Output.WriteLineAsync(HelpCommand.Usage);
                    return 0;
                case InvokeCommand invoke:
                    return await InvokeAsync(invoke, setup, stopping);
                default:
                    return await ServeAsync(setup, stopping);
            }
        }
        catch (Exception e) when (e is HostStartException or SqliteStorageException or IOException or UnauthorizedAccessException)
        {
            await setup.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await setup.Error.WriteLineAsync("Stopped before the host was up.");
            return 1;
        }
    }

    private static async Task<int> ServeAsync(HostSetup setup, CancellationToken stopping)
    {
        await using var host = await FunctionsHost.StartAsync(setup, stopping);
        await WarnAsync(setup, host.Settings);
        StartupText.Print(setup.Output, new ServedApp(host.Settings, host.Functions, host.Address) { NextRun = host.NextRun }, setup.Time.GetUtcNow());
        await WaitAsync(host, stopping);
        await host.StopAsync(CancellationToken.None);
        return await host.Completion;
    }

    private static async Task<int> InvokeAsync(InvokeCommand command, HostSetup given, CancellationToken stopping)
    {
        var console = TerminalConsole.On(given.Error);
        var live = TerminalConsole.IsLive(console);
        using var drawn = new ConsoleTextWriter(console);
        var setup = live ? given with { Error = drawn } : given;
        IRunView view = live ? new LiveRunView(console, command.Orchestration, setup.Time) : new LineRunView(setup.Error, setup.Time);

        // All that is not the orchestration's output is kept apart from it.
        await using var host = await FunctionsHost.StartAsync(setup with { Output = setup.Error }, stopping);
        await WarnAsync(setup, host.Settings);
        var version = host.Settings.Configuration[$"{DurableTask}:defaultVersion"] ?? "";
        var runner = new InvokeRunner(Checked(command, host), Hub(host), version, view, setup);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var run = runner.RunAsync(ended.Token);
        if (await Task.WhenAny(run, host.Completion) != run)
        {
            // No worker could be kept up: the host has said why.
            await ended.CancelAsync();
            await run;
            return 1;
        }

        await host.StopAsync(CancellationToken.None);
        if (runner.Problem is { } problem)
        {
            await setup.Error.WriteLineAsync(problem);
        }

        return await run;
    }

    private static async Task WaitAsync(FunctionsHost host, CancellationToken stopping)
    {
        try
        {
            await host.Completion.WaitAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    private static InvokeCommand Checked(InvokeCommand command, FunctionsHost host)
    {
        var known = host.Functions.Where(function => function.Trigger.Is("orchestrationTrigger")).Select(function => function.Name).ToList();
        if (known.Find(name => string.Equals(name, command.Orchestration, StringComparison.OrdinalIgnoreCase)) is { } exact)
        {
            return command with { Orchestration = exact };
        }

        var all = known.Count == 0 ? "The app has none" : $"There are: {string.Join(", ", known.Order(StringComparer.OrdinalIgnoreCase))}";
        throw new HostStartException($"There is no orchestration '{command.Orchestration}'. {all}.");
    }

    private static DurabilityProvider Hub(FunctionsHost host)
    {
        var type = host.Settings.Configuration[$"{DurableTask}:storageProvider:type"] ?? "AzureStorage";
        return host.Jobs.GetServices<IDurabilityProviderFactory>()
            .First(factory => string.Equals(factory.Name, type, StringComparison.OrdinalIgnoreCase)).GetDurabilityProvider();
    }

    private static async Task WarnAsync(HostSetup setup, HostSettings settings)
    {
        foreach (var warning in settings.Warnings)
        {
            await setup.Error.WriteLineAsync($"Warning: {warning}");
        }
    }
}
