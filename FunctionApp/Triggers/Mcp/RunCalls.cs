using System.Text.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Runs;
using FuseDeskFlows.Triggers.Starting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace FuseDeskFlows.Triggers.Mcp;

/// <summary>Starts runs for tools and waits for them as long as a call may take, telling how far they are.</summary>
internal sealed class RunCalls(IOptions<McpOptions> options, TimeProvider time)
{
    private const string RunIdField = "runId";
    private const int MaxRunId = 300;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The arguments of <c>get_run</c>.</summary>
    public static JsonObject InputSchema() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { [RunIdField] = new JsonObject { ["type"] = "string", ["description"] = "The run's id." } },
        ["required"] = new JsonArray(RunIdField),
        ["additionalProperties"] = false,
    };

    /// <summary>Starts a run, or finds the one of the same key, and waits for its report.</summary>
    public async Task<CallToolResult> StartAsync(IFlowStart flow, JsonElement body, string? key, FlowTool.ToolCall call)
    {
        var started = await flow.StartAsync(body, key, call.Client, call.CancellationToken);
        return started.Problem is { } problem ? ToolResults.Problem(problem) : await WaitAsync(started.Value!, call);
    }

    /// <summary>Goes on waiting for a run.</summary>
    public async Task<CallToolResult> GetAsync(FlowTool.ToolCall call) => call.Arguments.EnumerateObject().ToList() switch
    {
        [{ Name: RunIdField, Value: { ValueKind: JsonValueKind.String } value }] when value.GetString() is { Length: <= MaxRunId } id
            && !string.IsNullOrWhiteSpace(id) => await WaitAsync(id, call),
        _ => ToolResults.Problem(ApiProblem.InvalidRequest((RunIdField, "runId alone is needed: the text that a tool answered with."))),
    };

    private async Task<CallToolResult> WaitAsync(string id, FlowTool.ToolCall call)
    {
        using var timeout = new CancellationTokenSource(options.Value.Wait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, call.CancellationToken);
        var told = "";
        while (true)
        {
            if (await RunEndpoints.FindAsync(call.Client, id, call.CancellationToken) is not { } run)
            {
                return ToolResults.Problem(ApiProblem.RunNotFound(id));
            }

            if (run.Error is not null || run.Status is "completed" or "suspended" || run.Approvals is { Count: > 0 }
                || timeout.IsCancellationRequested)
            {
                return ToolResults.Run(run, Approvals(call.Client, id));
            }

            told = await TellAsync(run, told, call);
            var looksAgain = call.Request.Params.ProgressToken is not null || PendingApprovals.MayWait(run.Name);
            await WaitForEndAsync(call.Client, id, looksAgain ? Pause : options.Value.Wait, either.Token);
        }
    }

    // Only the host knows by which address it is reached.
    private static Uri Approvals(DurableTaskClient client, string id) =>
        new(new Uri(client.CreateHttpManagementPayload(id).StatusQueryGetUri!), $"{ApiRoot.Path}console/approvals");

    private async Task WaitForEndAsync(DurableTaskClient client, string id, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: false, either.Token);
        }
        catch (OperationCanceledException)
        {
            // The run goes on; the caller sees how far it is.
        }
    }

    // What has been told is not told again.
    private static async Task<string> TellAsync(RunDetail run, string told, FlowTool.ToolCall call)
    {
        var message = run.Waiting is { } waiting ? $"waits until {waiting.Until.UtcDateTime:u} for {waiting.For}" : run.Progress?.Phase;
        if (message is null || call.Request.Params.ProgressToken is not { } token || string.Equals(message, told, StringComparison.Ordinal))
        {
            return told;
        }

        await call.Request.Server.NotifyProgressAsync(
            token,
            new ProgressNotificationValue { Progress = run.Progress?.Done ?? 0, Total = run.Progress?.Total, Message = message },
            cancellationToken: call.CancellationToken);
        return message;
    }
}
