using FuseDeskFlows.EmbeddedHost.Engine;
using FuseDeskFlows.EmbeddedHost.Hosting.Commands;
using FuseDeskFlows.EmbeddedHost.Hosting.Configuration;
using FuseDeskFlows.EmbeddedHost.Hosting.State;
using FuseDeskFlows.EmbeddedHost.Http;
using FuseDeskFlows.EmbeddedHost.Management;
using FuseDeskFlows.EmbeddedHost.Queues;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FuseDeskFlows.EmbeddedHost.Hosting;

/// <summary>The running app. What is wrong with its settings becomes one message and exit code 1, not a stack trace.</summary>
internal sealed class EmbeddedFunctionsHost(WebApplication app, HostSetup setup, HostPlan plan) : IHost, IAsyncDisposable
{
    private StateFolder? _state;
    private LocalSandbox? _sandbox;
    private Task _invocation = Task.CompletedTask;
    private bool _started;

    public IServiceProvider Services => app.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            if (plan.Problem is not null)
            {
                throw plan.Problem;
            }

            if (plan.Command is HelpCommand)
            {
                await PrintHelpAsync();
            }
            else
            {
                await StartCommandAsync(plan.Command, cancellationToken);
            }
        }
        catch (HostStartException e)
        {
            Refuse(e.Message);
        }
        catch (OptionsValidationException e)
        {
            Refuse(string.Join(Environment.NewLine, e.Failures));
        }
        catch (AggregateException e) when (e.InnerExceptions.All(i => i is OptionsValidationException))
        {
            Refuse(string.Join(Environment.NewLine, e.InnerExceptions.SelectMany(i => ((OptionsValidationException)i).Failures)));
        }
        catch (InvalidOperationException e) when (SettingFault.Of(e) is { } fault)
        {
            Refuse(fault);
        }
        catch (InvalidDataException e)
        {
            // The durable engine's file is damaged, foreign, or of a newer version.
            Refuse($"The state folder {_state?.Path} cannot be used: {e.Message}");
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (_started)
        {
            _started = false;
            await app.StopAsync(cancellationToken);
        }
#pragma warning disable VSTHRD003 // started by this class, which has no other context
        await _invocation;
#pragma warning restore VSTHRD003
    }

    public void Dispose()
    {
#pragma warning disable VSTHRD002 // IHost asks for it; RunAsync and tests use DisposeAsync.
        DisposeAsync().AsTask().GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }

        // Last: until here, the engine and the queues hold files in it.
        _state?.Dispose();
        _state = null;
    }

    private async Task StartCommandAsync(HostCommand command, CancellationToken cancellationToken)
    {
        plan.Runtime.Catalog = FunctionDiscovery.Find(setup, plan, app.Configuration);
        if (command is InvokeCommand wanted)
        {
            InvokeRunner.Check(wanted, plan.Runtime.Catalog);
        }
        else
        {
            Listen((ServeCommand)command);
        }

        _state = StateFolder.Claim(StateLocation.Find(setup.StateFolder ?? app.Configuration["FUSEDESKFLOWS_STATE"], setup.WorkingDirectory));
        plan.Runtime.State = _state;
        plan.Runtime.SystemKey = SystemKey.Of(_state);
        _sandbox = await LocalSandbox.StartIfNeededAsync(setup, plan.Settings, command is InvokeCommand ? setup.Error : setup.Output, cancellationToken);

        // The generic host would find all this out too, but log it with a stack trace.
        app.Services.GetService<IStartupValidator>()?.Validate();
        app.Services.GetRequiredService<QueueProvider>().Check(plan.Runtime.Catalog);
        _started = true;
        ListenToSpans();
        await app.Services.GetRequiredService<DurableEngine>().StartAsync(cancellationToken);
        await app.StartAsync(cancellationToken);

        if (command is InvokeCommand invoke)
        {
            _invocation = InvokeAsync(invoke);
        }
        else
        {
            await StartupBanner.PrintAsync(setup.Output, plan.Runtime);
        }
    }

    private void Listen(ServeCommand command)
    {
        foreach (var address in ListenAddresses.Of(command, app.Configuration))
        {
            PortCheck.ThrowIfTaken(address);
            app.Urls.Add(address);
        }

        if (!command.AllowNonLoopback)
        {
            app.Use(Loopback.GuardAsync);
        }

        plan.Runtime.BaseAddress = () => _started ? ListenAddresses.Reachable(app.Urls) : null;
        app.Services.GetRequiredService<HttpFunctions>().Map(app);
        app.Services.GetRequiredService<ManagementApi>().Map(app);
    }

    // Before the engine goes on with what it had: the generic host would make them only after that. Without an exporter there is none.
    private void ListenToSpans()
    {
        _ = app.Services.GetService<TracerProvider>();
        _ = app.Services.GetService<MeterProvider>();
    }

    private async Task InvokeAsync(InvokeCommand command)
    {
        var lifetime = Services.GetRequiredService<IHostApplicationLifetime>();
        var runner = ActivatorUtilities.CreateInstance<InvokeRunner>(Services, command);
        setup.SetExitCode(await Task.Run(() => runner.RunAsync(lifetime.ApplicationStopping)));
        lifetime.StopApplication();
    }

    private async Task PrintHelpAsync()
    {
        await setup.Output.WriteLineAsync(HelpCommand.Usage);
        Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
    }

    private void Refuse(string message)
    {
        setup.Error.WriteLine(message);
        setup.Error.Flush();
        setup.SetExitCode(1);
        Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
    }
}
