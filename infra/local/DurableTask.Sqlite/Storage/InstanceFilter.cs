namespace DurableSqlite.Storage;

/// <summary>Which instances are listed or purged, by their ids' order, so that a page costs its own rows. Null: any.</summary>
internal sealed record InstanceFilter
{
    public bool? IsEntity { get; init; }
    public IReadOnlyCollection<OrchestrationStatus>? Statuses { get; init; }
    public string? IdPrefix { get; init; }
    public DateTime? CreatedFrom { get; init; }
    public DateTime? CreatedTo { get; init; }
    public DateTime? UpdatedFrom { get; init; }
    public DateTime? UpdatedTo { get; init; }
    public DateTime? CompletedTo { get; init; }
    public string? After { get; init; } // the last id of the page before
    public bool WithPayloads { get; init; }

    public List<InstanceRow> Select(Database database, int limit)
    {
        var prefix = string.IsNullOrEmpty(IdPrefix) ? null : IdPrefix;
        (string Condition, object? Value)[] given =
        [
            ("i.InstanceId > ", After), ("i.InstanceId >= ", prefix), ("i.InstanceId < ", prefix is null ? null : prefix + "\U0010FFFF"),
            ("i.Created >= ", Ticks(CreatedFrom)), ("i.Created <= ", Ticks(CreatedTo)), ("i.Updated >= ", Ticks(UpdatedFrom)),
            ("i.Updated <= ", Ticks(UpdatedTo)), ("i.Completed <= ", Ticks(CompletedTo)), ("i.Kind = ", IsEntity),
        ];
        given = [.. given.Where(one => one.Value is not null)];
        List<string> conditions = ["1 = 1", .. given.Select((one, i) => $"{one.Condition}@{i}")];
        if (Statuses is not null)
        {
            conditions.Add($"i.Status IN ({string.Join(',', Statuses.Select(status => (int)status))})");
        }

        return database.Query(
            $"SELECT {(WithPayloads ? InstanceRow.ColumnsWithPayloads : InstanceRow.Columns)} FROM Instance i "
            + $"WHERE {string.Join(" AND ", conditions)} ORDER BY i.InstanceId LIMIT @{given.Length}",
            InstanceRow.Read, [.. given.Select(one => one.Value), limit]);
    }

    /// <summary>The extension says "no limit" with the first or the last moment that there is.</summary>
    private static long? Ticks(DateTime? time) =>
        time is { } given && given > DateTime.MinValue && given < DateTime.MaxValue ? given.ToUniversalTime().Ticks : null;
}
