using Microsoft.Azure.WebJobs.Host.Config;
using Microsoft.Azure.WebJobs.Host.Timers;
using Microsoft.Extensions.Options;

namespace LocalFunctionsHost;

/// <summary>Makes and starts the parts of a host, each when those that it needs are there.</summary>
internal sealed class HostBuilding(HostSetup setup, DisposalStack parts, CancellationToken cancellationToken)
{
    private readonly InvocationGate _gate = new();
    private readonly SqliteStorageHealth _health = parts.Add(new SqliteStorageHealth());

    // The last to come: requests that need them wait until the host has started.
    private IHost? _jobs;
    private WebHooks? _hooks;

    /// <summary>Builds the host. The worker starts beside the rest: both take their time.</summary>
    /// <exception cref="HostStartException">A part cannot be started.</exception>
    public async Task<FunctionsHost> BuildAsync()
    {
        var settings = SettingsReader.Read(setup);
        var functions = FunctionsMetadata.Read(settings.AppFolder).Concat(setup.ExtraFunctions)
            .Where(f => !settings.IsDisabled(f.Name)).ToList();
        settings = settings with { AppAssembly = FunctionsMetadata.AssemblyOf(settings.AppFolder) };
        if (functions.Count == 0)
        {
            throw new HostStartException("The app has no functions, or all of them are disabled.");
        }

        var record = new WorkerRecordFile(parts.Add(StateFolder.Claim(settings.StateFolder)));
        record.EndLeftOver();
        settings = await Settings.StartupHook.RunAsync(settings, setup.Output, cancellationToken);
        var loggers = parts.Add(LoggerFactory.Create(logging => HostLogging.Add(logging, settings, setup)));
        parts.Log = loggers.CreateLogger("Host");
        if (HostTelemetry.Start(settings) is { } telemetry)
        {
            parts.Add(telemetry);
        }

        if (!settings.HasStorageAccount)
        {
            var queues = parts.Add(await LocalQueues.StartAsync(settings.StateFolder, _health, setup.Time, loggers, cancellationToken));
            settings = settings.With([KeyValuePair.Create("AzureWebJobsStorage", (string?)queues.ConnectionString)]);
        }

        var workers = await StartWorkersAsync(settings, functions, record, loggers);
        var state = new HostState(workers, _health);
        var caller = new FunctionCaller(() => _jobs!.Services.GetRequiredService<IJobHost>(), setup.Time, loggers);
        var server = settings.Addresses.Count == 0 ? null : parts.Add(await ListenAsync(settings, functions, caller, state, loggers));
        _hooks = new WebHooks(server?.Address);

        // Without a port there is nobody to wait for messages or times; one orchestration is run, and that is all.
        var triggered = server is null ? functions.Where(f => !f.Trigger.Is("queueTrigger")) : functions;
        var invoker = new FunctionInvoker(functions, workers, parts.Add(new RequestForwarder(loggers)), _gate, setup.Time);
        _jobs = await StartJobsAsync(settings, triggered, invoker, new FunctionTimeouts(workers, loggers), loggers);
        var timers = server is null ? [] : TimerTrigger.ReadAll(functions, settings.Configuration, loggers);
        return new FunctionsHost(parts)
        {
            Settings = settings,
            Functions = functions,
            Storage = _health,
            Workers = workers,
            State = state,
            Gate = _gate,
            Server = server,
            WebJobs = _jobs,
            Timers = timers,
            TimerService = parts.Add(
                new TimerService(timers, caller.CallAsync, settings.StateFolder, setup.Time, loggers.CreateLogger<TimerService>())),
        };
    }

    private async Task<WorkerSupervisor> StartWorkersAsync(
        HostSettings settings, List<FunctionEntry> functions, WorkerRecordFile record, ILoggerFactory loggers)
    {
        var service = new FunctionRpcService();
        var server = parts.Add(await WorkerServer.StartAsync(service, loggers, cancellationToken));
        var launch = setup.Launcher ?? (start => ProcessWorker.Launch(start, worker => record.Write(worker, start.WorkerId), loggers));
        WorkerStart Start(string workerId) =>
            new(new Uri(server.Urls.Single()), workerId, settings.AppFolder, settings.AppAssembly, settings.WorkerEnvironment)
            {
                IsBrief = setup.Invoke is not null,
            };
        var workers = parts.Add(new WorkerSupervisor(launch, service, Start, functions, loggers));
        workers.Start();
        return workers;
    }

    private Task<PublicServer> ListenAsync(
        HostSettings settings, List<FunctionEntry> functions, FunctionCaller caller, HostState state, ILoggerFactory loggers)
    {
        var requests = new FunctionRequests(caller, _health, loggers);
        string Hub() => _jobs!.Services.GetRequiredService<IOptions<DurableTaskOptions>>().Value.HubName;
        var management = new ManagementRequests(settings, functions, Hub, () => _hooks!, state, _health, loggers);
        var admin = new AdminApi(settings, state, functions, caller, loggers);
        Task Answer(FunctionEntry function, HttpContext http) => state.GateAsync(http, gated => requests.AnswerAsync(function, gated));
        return PublicServer.StartAsync(
            settings,
            loggers,
            app =>
            {
                app.UseRouter(FunctionRoutes.Build(functions, settings.RoutePrefix, app.Services, Answer));
                admin.Map(app);
                app.Map(WebHooks.DurablePath + "/{**rest}", http => state.GateAsync(http, management.AnswerAsync));
            },
            cancellationToken);
    }

    private async Task<IHost> StartJobsAsync(
        HostSettings settings,
        IEnumerable<FunctionEntry> functions,
        FunctionInvoker invoker,
        FunctionTimeouts timeouts,
        ILoggerFactory loggers)
    {
        try
        {
            var jobs = parts.Add(JobsHost.Build(settings, FunctionTypes.Emit(functions, invoker.InvokeAsync), services => services
                .AddSingleton(loggers)
                .AddSingleton(setup.Time)
                .AddSingleton(_health)
                .AddSingleton<IWebJobsExceptionHandler>(timeouts)
#pragma warning disable CS0618 // See WebHooks.
                .AddSingleton<IWebHookProvider>(_hooks!)));
#pragma warning restore CS0618

            // Extensions whose storage is away wait for it, whatever they are told.
            await jobs.StartAsync(cancellationToken).WaitAsync(cancellationToken);
            return jobs;
        }
        catch (Exception e) when (e is not (HostStartException or OperationCanceledException))
        {
            // Where state cannot be opened, the storage says so in a sentence; where a setting is wrong, the extension does.
            throw new HostStartException($"The functions cannot be started: {e.GetBaseException().Message}", e);
        }
    }
}
