namespace FuseDeskFlows.TrutoSandbox.Data.Model;

/// <summary>A case. Its history is written when it is first asked for.</summary>
internal sealed class SupportCase(int id, Func<List<HistoryItem>> history)
{
    private readonly Lazy<List<HistoryItem>> _items = new(history);

    /// <summary>Number.</summary>
    public int Id { get; } = id;

    /// <summary>Public number, eight letters and digits.</summary>
    public required string Number { get; init; }

    /// <summary><c>new</c>, <c>open</c> (waiting for the customer) or <c>closed</c>.</summary>
    public required string Status { get; set; }

    /// <summary>Title.</summary>
    public required string Summary { get; set; }

    /// <summary>Free text: who opened it.</summary>
    public required string OpenedBy { get; init; }

    /// <summary>FuseDesk's id of the customer.</summary>
    public string? ContactUuid { get; set; }

    /// <summary>The CRM's id of the customer.</summary>
    public int? CrmId { get; set; }

    /// <summary>User id of the assigned rep.</summary>
    public int? RepId { get; set; }

    public int? DepartmentId { get; set; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset Opened { get; init; }

    /// <summary>When anything last happened.</summary>
    public required DateTimeOffset Updated { get; set; }

    /// <summary>When a rep first answered.</summary>
    public DateTimeOffset? FirstResponse { get; set; }

    /// <summary>When a rep last answered.</summary>
    public DateTimeOffset? LastResponse { get; set; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? Closed { get; set; }

    /// <summary>Hidden until then.</summary>
    public DateTimeOffset? SnoozedUntil { get; set; }

    /// <summary>Ids of its tags.</summary>
    public List<int> Tags { get; init; } = [];

    /// <summary>What happened, oldest first.</summary>
    public List<HistoryItem> History => _items.Value;
}
