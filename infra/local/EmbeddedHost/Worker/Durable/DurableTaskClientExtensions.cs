using FuseDeskFlows.EmbeddedHost.Management;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask.Client;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What functions add to the durable task client.</summary>
public static class DurableTaskClientExtensions
{
    /// <summary>The addresses by which an instance is watched and steered.</summary>
    /// <param name="client">The client that a function was given.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="request">The request whose address the answer is built on; the host's own address if null.</param>
    /// <returns>The addresses.</returns>
    /// <exception cref="ArgumentException">No instance id.</exception>
    /// <exception cref="InvalidOperationException">No request is given, and the host serves no HTTP.</exception>
    public static HttpManagementPayload CreateHttpManagementPayload(
        this DurableTaskClient client, string instanceId, HttpRequestData? request = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var address = ManagementAddress.Of(client);
        return request is null
            ? address.WorkerPayload(instanceId)
            : address.WorkerPayload(instanceId, request.Url.GetLeftPart(UriPartial.Authority));
    }
}
