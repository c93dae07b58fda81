using DurableSqlite;
using LocalFunctionsHost.Functions;
using LocalFunctionsHost.Http;
using LocalFunctionsHost.Jobs;
using LocalFunctionsHost.Jobs.Timers;
using LocalFunctionsHost.Queues;
using LocalFunctionsHost.Settings;
using LocalFunctionsHost.State;
using LocalFunctionsHost.Telemetry;
using LocalFunctionsHost.Terminal;
using LocalFunctionsHost.Worker;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host.Config;
using Microsoft.Azure.WebJobs.Host.Timers;

namespace LocalFunctionsHost;

/// <summary>Makes the parts of a host, each when those that it needs are there.</summary>
internal sealed class HostBuilding(HostSetup setup, HostParts parts)
{
    /// <summary>Makes and starts them. The worker starts beside the rest: both take their time.</summary>
    /// <exception cref="HostStartException">One cannot be started.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = SettingsReader.Read(setup);
        var functions = FunctionsMetadata.Read(settings.AppFolder).Concat(setup.ExtraFunctions).Where(f => !settings.IsDisabled(f.Name)).ToList();
        settings = settings with { AppAssembly = WorkerDescription.AssemblyOf(settings.AppFolder) };
        if (functions.Count == 0)
        {
            throw new HostStartException("The app has no functions, or all of them are disabled.");
        }

        var state = parts.Add(StateFolder.Claim(settings.StateFolder));
        var record = new WorkerRecordFile(state);
        record.EndLeftOver();
        settings = await StartupHook.RunAsync(settings, setup.Output, cancellationToken);
        var loggers = parts.Add(LoggerFactory.Create(logging => HostLogging.Add(logging, settings, setup)));
        parts.Log = loggers.CreateLogger("Host");
        if (HostTelemetry.Start(settings) is { } telemetry)
        {
            parts.Add(telemetry);
        }

        var health = parts.Storage = parts.Add(new SqliteStorageHealth());
        if (!settings.HasStorageAccount)
        {
            var queues = parts.Add(await LocalQueues.StartAsync(
                settings.StateFolder, health, setup.Time, loggers, cancellationToken: cancellationToken));
            settings = settings.With([KeyValuePair.Create("AzureWebJobsStorage", (string?)queues.ConnectionString)]);
        }

        (parts.Settings, parts.Functions) = (settings, functions);

        var door = new WorkerDoor();
        var server = parts.Add(await WorkerServer.StartAsync(door, loggers, cancellationToken));
        var launcher = setup.Launcher ?? new ProcessWorkerLauncher(loggers, record.Write);
        var workers = parts.Add(new WorkerSupervisor(launcher, door, workerId => Start(settings, server.Address, workerId), functions, loggers));
        parts.Workers = workers;
        workers.Start();

        var hostState = parts.State = new HostState(workers, health);
        var caller = new FunctionCaller(() => parts.Jobs!.Services.GetRequiredService<IJobHost>(), setup.Time, loggers);
        await ListenAsync(settings, functions, caller, hostState, loggers, cancellationToken);

        await StartJobsAsync(settings, functions, workers, loggers, cancellationToken);
        if (settings.Addresses.Count > 0)
        {
            parts.Timers = TimerFunctions.Read(functions, settings, loggers);
            parts.TimerService = parts.Add(new TimerService(
                parts.Timers, caller, settings.StateFolder, setup.Time, loggers.CreateLogger<TimerService>()));
        }
    }

    private async Task ListenAsync(
        HostSettings settings, List<FunctionEntry> functions, FunctionCaller caller, HostState state, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        if (settings.Addresses.Count == 0)
        {
            return;
        }

        var requests = new FunctionRequests(caller, parts.Storage!, loggers);
        var management = new ManagementRequests(() => parts.WebHooks!, state, parts.Storage!, loggers);
        var admin = new AdminApi(settings, state, functions, caller, loggers);
        parts.Server = parts.Add(await PublicServer.StartAsync(
            settings,
            loggers,
            app =>
            {
                app.UseRouter(FunctionRoutes.Build(
                    functions, settings.RoutePrefix, app.Services, (function, http) => state.GateAsync(http, gated => requests.AnswerAsync(function, gated))));
                admin.Map(app);
                app.Map(WebHooks.DurablePath + "/{**rest}", http => state.GateAsync(http, management.AnswerAsync));
            },
            cancellationToken));
    }

    private async Task StartJobsAsync(
        HostSettings settings, List<FunctionEntry> functions, WorkerSupervisor workers, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var forwarder = parts.Add(RequestForwarder.Create(loggers));
        var invoker = new FunctionInvoker(functions, workers, forwarder, parts.Gate, setup.Time);
        parts.WebHooks = new WebHooks(parts.Server?.Address);
        try
        {
            parts.Jobs = parts.Add(JobsHost.Build(settings, FunctionTypes.Emit(Triggered(settings, functions), invoker.InvokeAsync), services => services
                .AddSingleton(loggers)
                .AddSingleton(setup.Time)
                .AddSingleton(parts.Storage!)
                .AddSingleton<IWebJobsExceptionHandler>(new FunctionTimeouts(workers, loggers))
#pragma warning disable CS0618 // See WebHooks.
                .AddSingleton<IWebHookProvider>(parts.WebHooks)));
#pragma warning restore CS0618

            // Extensions whose storage is away wait for it, whatever they are told.
            await parts.Jobs.StartAsync(cancellationToken).WaitAsync(cancellationToken);
        }
        catch (Exception e) when (e is not (HostStartException or OperationCanceledException))
        {
            // Where state cannot be opened, the storage says so in a sentence; where a setting is wrong, the extension does.
            throw new HostStartException($"The functions cannot be started: {e.GetBaseException().Message}", e);
        }
    }

    // Without a port there is nobody to wait for messages; one orchestration is run, and that is all.
    private static IEnumerable<FunctionEntry> Triggered(HostSettings settings, List<FunctionEntry> functions) =>
        settings.Addresses.Count > 0 ? functions : functions.Where(f => !f.Trigger.Is("queueTrigger"));

    private static WorkerStart Start(HostSettings settings, Uri address, string workerId) =>
        new(address, workerId, Guid.NewGuid().ToString(), settings.AppFolder, settings.AppAssembly, settings.WorkerEnvironment);
}
