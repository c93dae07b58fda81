using System.Globalization;
using DurableTask.Core;

namespace DurableSqlite.Storage;

/// <summary>Which instances are listed or purged, by their ids' order, so that a page costs its own rows.</summary>
internal sealed record InstanceFilter
{
    public InstanceKind? Kind { get; init; }
    /// <summary>Null: any status.</summary>
    public IReadOnlyCollection<OrchestrationStatus>? Statuses { get; init; }
    public string? IdPrefix { get; init; }
    public DateTime? CreatedFrom { get; init; }
    public DateTime? CreatedTo { get; init; }
    public DateTime? UpdatedFrom { get; init; }
    public DateTime? UpdatedTo { get; init; }
    public DateTime? CompletedTo { get; init; }
    /// <summary>The last id of the page before.</summary>
    public string? After { get; init; }
    public bool WithPayloads { get; init; }

    public List<InstanceRow> Select(Database database, int limit)
    {
        List<string> conditions = ["1 = 1"];
        List<object?> arguments = [];
        void And(string condition, object? value)
        {
            if (value is not null)
            {
                conditions.Add(condition + "@" + arguments.Count.ToString(CultureInfo.InvariantCulture));
                arguments.Add(value);
            }
        }

        And("i.InstanceId > ", After);
        And("i.InstanceId >= ", string.IsNullOrEmpty(IdPrefix) ? null : IdPrefix);
        And("i.InstanceId < ", string.IsNullOrEmpty(IdPrefix) ? null : IdPrefix + "\U0010FFFF");
        And("i.Created >= ", Ticks(CreatedFrom));
        And("i.Created <= ", Ticks(CreatedTo));
        And("i.Updated >= ", Ticks(UpdatedFrom));
        And("i.Updated <= ", Ticks(UpdatedTo));
        And("i.Completed <= ", Ticks(CompletedTo));
        And("i.Kind = ", (int?)Kind);
        if (Statuses is not null)
        {
            conditions.Add($"i.Status IN ({string.Join(',', Statuses.Select(status => (int)status))})");
        }

        arguments.Add(limit);
        return database.Query(
            $"SELECT {InstanceRow.Columns}{(WithPayloads ? InstanceRow.Payloads : "")} FROM Instance i "
            + $"WHERE {string.Join(" AND ", conditions)} ORDER BY i.InstanceId LIMIT @{arguments.Count - 1}",
            InstanceRow.Read, [.. arguments]);
    }

    /// <summary>The extension says "no limit" with the first or the last moment that there is.</summary>
    private static long? Ticks(DateTime? time) =>
        time is { } given && given > DateTime.MinValue && given < DateTime.MaxValue ? given.ToUniversalTime().Ticks : null;
}
