using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Triggers.Runs;
using Microsoft.DurableTask.Client;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace FuseDeskFlows.Triggers.Mcp;

/// <summary>Runs as resources, which a person can attach to a conversation: their reports as Markdown.</summary>
internal static class RunResources
{
    private const string Prefix = "fusedeskflows://runs/";
    private const string MediaType = "text/markdown";
    private const int MaxListed = 20;

    /// <summary>How any run is addressed.</summary>
    public static ResourceTemplate Template { get; } = new()
    {
        UriTemplate = Prefix + "{runId}",
        Name = "run",
        Title = "A run's report",
        Description = "What a run found, as Markdown; while it is not done, what it does and waits for.",
        MimeType = MediaType,
    };

    /// <summary>Refers to a run's report.</summary>
    public static ResourceLinkBlock LinkTo(RunListItem run) =>
        new() { Uri = Prefix + Uri.EscapeDataString(run.Id), Name = run.Id, Title = $"Report of {run.Name}", MimeType = MediaType };

    /// <summary>Lists runs with reports that people read.</summary>
    public static async Task<ListResourcesResult> ListAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        var resources = new List<Resource>();
        var filter = new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Completed], FetchInputsAndOutputs: false);
        await foreach (var instance in client.GetAllInstancesAsync(filter).WithCancellation(cancellationToken))
        {
            if (ReportPages.Has(instance.Name))
            {
                resources.Add(new()
                {
                    Uri = Prefix + Uri.EscapeDataString(instance.InstanceId),
                    Name = instance.InstanceId,
                    Title = $"{instance.Name} of {instance.CreatedAt.UtcDateTime:u}",
                    MimeType = MediaType,
                });
            }

            if (resources.Count == MaxListed)
            {
                break;
            }
        }

        return new() { Resources = resources };
    }

    /// <summary>Reads a run's report.</summary>
    /// <exception cref="McpProtocolException">There is no such run.</exception>
    public static async Task<ReadResourceResult> ReadAsync(DurableTaskClient client, string uri, CancellationToken cancellationToken)
    {
        var id = uri.StartsWith(Prefix, StringComparison.Ordinal) ? Uri.UnescapeDataString(uri[Prefix.Length..]) : "";
        return id.Length > 0 && await RunEndpoints.FindAsync(client, id, cancellationToken) is { } run
            ? new()
            {
                Contents =
                [
                    new TextResourceContents
                    {
                        Uri = uri,
                        MimeType = MediaType,
                        Text = ReportPages.Markdown(run) ?? RunMarkdown.Render(run),
                    },
                ],
            }
            : throw new McpProtocolException(
                "There is no such run; its history may have been purged.", McpErrorCode.ResourceNotFound);
    }
}
