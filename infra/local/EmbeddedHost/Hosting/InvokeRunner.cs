using System.Text.Json;
using FuseDeskFlows.EmbeddedHost.Engine;
using FuseDeskFlows.EmbeddedHost.Hosting.Commands;
using FuseDeskFlows.EmbeddedHost.Worker.Durable;
using FuseDeskFlows.EmbeddedHost.Worker.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.EmbeddedHost.Hosting;

/// <summary>Runs one orchestration to its end for a person at a console.</summary>
internal sealed class InvokeRunner(InvokeCommand command, DurableEngine engine, DurableFunctions functions, HostSetup setup)
{
    private readonly DurableTaskClient _client = engine.Client;

    /// <summary>Checks what can be checked before anything is started.</summary>
    /// <exception cref="HostStartException">There is no such orchestration.</exception>
    public static void Check(InvokeCommand command, FunctionCatalog catalog)
    {
        if (catalog.Orchestration(command.Orchestration) is not null)
        {
            return;
        }

        var known = catalog.Orchestrations.Count == 0 ? "The app has none" : $"There are: {string.Join(", ", catalog.Orchestrations.Order(StringComparer.OrdinalIgnoreCase))}";
        throw new HostStartException($"There is no orchestration '{command.Orchestration}'. {known}.");
    }

    /// <summary>Runs.</summary>
    /// <param name="stopping">The person has had enough.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken stopping)
    {
        using var timeout = new CancellationTokenSource(command.Timeout ?? Timeout.InfiniteTimeSpan, setup.Time);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping, timeout.Token);
        var id = command.InstanceId ?? Guid.NewGuid().ToString("N");
        try
        {
            var progress = new ConsoleProgress(id, _client, setup.Error);
            functions.Observer = progress;
            if (!await StartAsync(id, waiting.Token))
            {
                return 1;
            }

            var end = await progress.WatchAsync(() => _client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, waiting.Token));
            return await ReportAsync(end);
        }
        catch (OperationCanceledException) when (waiting.IsCancellationRequested)
        {
            var why = timeout.IsCancellationRequested ? $"{command.Orchestration} has not ended within {command.Timeout:c}" : "Interrupted";
            return await FailAsync($"{why}. Go on with: invoke {command.Orchestration} --instance-id {id}");
        }
#pragma warning disable CA1031 // The end of a command: whatever happened is told, and the exit code says that it failed.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return await FailAsync($"{e.GetType().Name}: {e.Message}");
        }
    }

    private async Task<bool> StartAsync(string id, CancellationToken cancellationToken)
    {
        var existing = command.InstanceId is null ? null : await _client.GetInstanceAsync(id, cancellationToken);
        if (existing is null)
        {
            object? input = command.Input is null ? null : JsonSerializer.Deserialize<JsonElement>(command.Input);
            await _client.ScheduleNewOrchestrationInstanceAsync(command.Orchestration, input, new StartOrchestrationOptions(id), cancellationToken);
            await setup.Error.WriteLineAsync($"{command.Orchestration} started as {id}");
            return true;
        }

        if (!string.Equals(existing.Name, command.Orchestration, StringComparison.OrdinalIgnoreCase))
        {
            await FailAsync($"Instance {id} is a run of {existing.Name}, not of {command.Orchestration}.");
            return false;
        }

        await setup.Error.WriteLineAsync($"{command.Orchestration} {id} exists ({existing.RuntimeStatus}); going on with it, its first input stands");
        return true;
    }

    private async Task<int> ReportAsync(OrchestrationMetadata end)
    {
        if (end.RuntimeStatus == OrchestrationRuntimeStatus.Completed)
        {
            await setup.Output.WriteLineAsync(JsonText.Indent(end.SerializedOutput));
            await setup.Output.FlushAsync();
            return 0;
        }

        var why = end.FailureDetails is { } failure ? $"{failure.ErrorType}: {failure.ErrorMessage}" : end.SerializedOutput;
        return await FailAsync(string.IsNullOrEmpty(why) ? $"{end.Name} ended: {end.RuntimeStatus}" : $"{end.Name} ended: {end.RuntimeStatus}. {why}");
    }

    private async Task<int> FailAsync(string message)
    {
        await setup.Error.WriteLineAsync(message);
        await setup.Error.FlushAsync();
        return 1;
    }
}
