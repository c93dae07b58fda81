using DurableSqlite.Storage;

namespace LocalFunctionsHost.Commands;

/// <summary>The host as a program: what it is told, what it prints, and how it ends.</summary>
internal static class HostProgram
{
    private const string DurableTask = $"{HostSettings.HostJsonSection}:extensions:durableTask";

    /// <summary>Does what the command line asks for; returns the exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, HostSetup process, CancellationToken stopping)
    {
        using var error = new ErrorWriter(process.Error);
        try
        {
            if (CommandLine.AsksForHelp(arguments))
            {
                await process.Output.WriteLineAsync(CommandLine.Usage);
                return 0;
            }

            var setup = CommandLine.Read(arguments, process with { Error = error });
            return await (setup switch
            {
                { Invoke: { } invoke } => InvokeAsync(invoke, setup, error, stopping),
                { Bridge: { } bridge } => BridgeAsync(bridge, setup, error, stopping),
                _ => ServeAsync(setup, stopping),
            });
        }
        catch (Exception e) when (e is HostStartException or SqliteStorageException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await error.WriteLineAsync("Stopped before the host was up.");
            return 1;
        }
    }

    private static async Task<int> ServeAsync(HostSetup setup, CancellationToken stopping)
    {
        await using var host = await FunctionsHost.StartAsync(setup, stopping);
        Warn(setup, host);
        var now = setup.Time.GetUtcNow();
        var text = new StartupText(setup.Output, host.Settings, host.Functions);
        text.Print(host.Address!, setup.Verbose, timer => host.NextRun(timer, now));
        await Task.WhenAny(host.Completion, Task.Delay(Timeout.Infinite, stopping));
        await host.StopAsync(CancellationToken.None);
        return await host.Completion;
    }

    private static async Task<int> BridgeAsync(BridgeCommand command, HostSetup setup, ErrorWriter error, CancellationToken stopping)
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        if (command.Address is { } running)
        {
            await new StdioBridge(new(http, running), setup.Input, setup.Output, error).RunAsync(stopping);
            return 0;
        }

        await using var host = await StartBehindAsync(command, setup with { Port = 0, Output = error }, stopping);
        Warn(setup, host);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var bridge = new StdioBridge(new(http, new(host.Address!, command.Route)), setup.Input, setup.Output, error).RunAsync(ended.Token);
        if (await Task.WhenAny(bridge, host.Completion) != bridge)
        {
            // No worker could be kept up: the host has said why.
            await ended.CancelAsync();
            return 1;
        }

        await host.StopAsync(CancellationToken.None);
        await bridge;
        return 0;
    }

    // Two assistants, or one beside the console, are common: the second can ask the app of the first.
    private static async Task<FunctionsHost> StartBehindAsync(BridgeCommand command, HostSetup setup, CancellationToken stopping)
    {
        try
        {
            return await FunctionsHost.StartAsync(setup, stopping);
        }
        catch (HostStartException e) when (e.InnerException is { } cause
            && StorageErrors.Translate(cause, "")?.Failure == SqliteStorageFailure.InUse)
        {
            throw new HostStartException(
                $"{e.Message} Or ask the app that runs, where it serves: "
                    + $"mcp http://localhost:{ListenAddresses.DefaultPort}/{command.Route}",
                e);
        }
    }

    private static async Task<int> InvokeAsync(InvokeCommand command, HostSetup setup, ErrorWriter error, CancellationToken stopping)
    {
        // All that is not the orchestration's output is kept apart from it.
        await using var host = await FunctionsHost.StartAsync(setup with { Output = error }, stopping);
        Warn(setup, host);
        var version = host.Settings.Configuration[$"{DurableTask}:defaultVersion"] ?? "";
        var runner = new InvokeRunner(Checked(command, host), Hub(host), version, setup);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var run = runner.RunAsync(new RunView(error, error.Console, setup.Time), ended.Token);
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
            await error.WriteLineAsync(problem);
        }

        return await run;
    }

    private static InvokeCommand Checked(InvokeCommand command, FunctionsHost host)
    {
        var known = host.Functions.Where(f => f.Trigger.Is("orchestrationTrigger")).Select(f => f.Name).ToList();
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

    private static void Warn(HostSetup setup, FunctionsHost host)
    {
        foreach (var warning in host.Settings.Warnings)
        {
            setup.Error.WriteLine($"Warning: {warning}");
        }
    }
}
