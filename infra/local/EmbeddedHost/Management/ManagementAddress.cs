using System.Runtime.CompilerServices;
using FuseDeskFlows.EmbeddedHost.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.EmbeddedHost.Management;

/// <summary>Writes the addresses of the durable management API.</summary>
internal sealed class ManagementAddress(HostRuntime runtime)
{
    /// <summary>Where the API is.</summary>
    public const string Path = "/runtime/webhooks/durabletask";

    // Functions are given the client itself, whose type has no room for an address.
    private static readonly ConditionalWeakTable<DurableTaskClient, ManagementAddress> Clients = [];

    private string Code => "code=" + Uri.EscapeDataString(runtime.SystemKey);

    /// <summary>Ties a client to the host that it belongs to.</summary>
    public static void Register(DurableTaskClient client, ManagementAddress address) => Clients.AddOrUpdate(client, address);

    /// <summary>The addresses of the host that a client belongs to.</summary>
    /// <exception cref="InvalidOperationException">It belongs to none.</exception>
    public static ManagementAddress Of(DurableTaskClient client) => Clients.TryGetValue(client, out var address) ? address : throw NoAddress();

    /// <summary>What the isolated worker tells of an instance.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="authority">Scheme, host and port; the host's own if null.</param>
    /// <exception cref="InvalidOperationException">The host serves no HTTP.</exception>
    public HttpManagementPayload WorkerPayload(string instanceId, string? authority = null)
    {
        var instance = $"{authority ?? runtime.BaseAddress() ?? throw NoAddress()}{Path}/instances/{Uri.EscapeDataString(instanceId)}";

        // The doubled braces, and the two addresses that are left out, are the worker's own.
        return new HttpManagementPayload
        {
            Id = instanceId,
            PurgeHistoryDeleteUri = $"{instance}?{Code}",
            SendEventPostUri = $"{instance}/raiseEvent/{{eventName}}?{Code}",
            StatusQueryGetUri = $"{instance}?{Code}",
            TerminatePostUri = $"{instance}/terminate?reason={{{{text}}}}&{Code}",
            SuspendPostUri = $"{instance}/suspend?reason={{{{text}}}}&{Code}",
            ResumePostUri = $"{instance}/resume?reason={{{{text}}}}&{Code}",
        };
    }

    /// <summary>What the Durable extension's own API tells of an instance that it has started.</summary>
    public CheckStatusPayload ExtensionPayload(string instanceId, string authority)
    {
        var instance = $"{authority}{Path}/instances/{Uri.EscapeDataString(instanceId)}";
        var query = $"taskHub={Uri.EscapeDataString(runtime.HostJson.HubName)}&connection=Storage&{Code}";
        return new CheckStatusPayload(
            Id: instanceId,
            StatusQueryGetUri: $"{instance}?{query}",
            SendEventPostUri: $"{instance}/raiseEvent/{{eventName}}?{query}",
            TerminatePostUri: $"{instance}/terminate?reason={{text}}&{query}",
            PurgeHistoryDeleteUri: $"{instance}?{query}",
            RestartPostUri: $"{instance}/restart?{query}",
            SuspendPostUri: $"{instance}/suspend?reason={{text}}&{query}",
            ResumePostUri: $"{instance}/resume?reason={{text}}&{query}");
    }

    private static InvalidOperationException NoAddress() => new(
        "Failed to create HTTP management payload as base URL is null. Either use Functions bindings or provide an HTTP request to create the HttpPayload.");
}
