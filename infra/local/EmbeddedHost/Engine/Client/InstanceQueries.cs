using System.Collections.Immutable;
using System.Globalization;
using FuseDeskFlows.EmbeddedHost.Engine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.EmbeddedHost.Engine.Client;

/// <summary>Lists orchestrations in the order of their creation and describes them to clients.</summary>
internal sealed class InstanceQueries(StoreReader reader, DataConverter converter, string hubName)
{
    public AsyncPageable<OrchestrationMetadata> All(OrchestrationQuery filter) => Pageable.Create((token, size, cancellation) =>
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Page(filter, token ?? filter.ContinuationToken, size ?? filter.PageSize));
    });

    /// <summary>Inputs, outputs and custom status only come along when asked for; a failure always does.</summary>
    public OrchestrationMetadata Describe(InstanceRow row, bool withData) => new(row.Name, row.Id)
    {
        DataConverter = withData ? converter : null,
        RuntimeStatus = row.Status,
        CreatedAt = row.CreatedAt,
        LastUpdatedAt = row.UpdatedAt,
        SerializedInput = withData ? row.Input : null,
        SerializedOutput = withData ? row.Output : null,
        SerializedCustomStatus = withData ? row.CustomStatus : null,
        FailureDetails = row.Failure,
        Tags = row.Tags ?? ImmutableDictionary<string, string>.Empty,
    };

    // As with Azure Storage, a token that is none of ours is no error: the list just begins where it may.
    private static (long Created, string Id)? Place(string? token) =>
        token?.Split('|', 2) is [var moment, var id] && long.TryParse(moment, NumberStyles.None, CultureInfo.InvariantCulture, out var created)
            ? (created, id)
            : null;

    private Page<OrchestrationMetadata> Page(OrchestrationQuery filter, string? token, int size)
    {
        if (filter.TaskHubNames is { } hubs && hubs.Any() && !hubs.Contains(hubName, StringComparer.OrdinalIgnoreCase))
        {
            return new([]);
        }

        size = size > 0 ? size : OrchestrationQuery.DefaultPageSize;
        var rows = reader.Page(filter, size + 1, Place(token));
        var last = rows.Count > size ? rows[size - 1] : null;
        return new(
            [.. rows.Take(size).Select(row => Describe(row, filter.FetchInputsAndOutputs))],
            last is null ? null : string.Create(CultureInfo.InvariantCulture, $"{last.CreatedAt.UtcTicks}|{last.Id}"));
    }
}
