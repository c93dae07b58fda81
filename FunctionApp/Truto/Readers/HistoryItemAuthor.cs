using System.Text.Json;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Readers;

/// <summary>Finds out whom a history item names as its author: by a name, a number, or an object that describes a person.</summary>
internal sealed class HistoryItemAuthor
{
    private static readonly string[] NameFields =
    [
        "author", "authorname", "sendername", "fromname", "createdbyname", "repname", "clientname", "sender", "createdby", "from",
        "name", "username",
    ];

    private readonly JsonFields _fields;

    public HistoryItemAuthor(JsonFields fields)
    {
        _fields = fields;
        RepId = FindRep();
        Name = FindName();
    }

    public RepId? RepId { get; }

    /// <summary>The author's name, else the address.</summary>
    public string? Name { get; }

    /// <summary>The first of some fields that is an object.</summary>
    public JsonFields? FieldsOf(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_fields.Element(name) is { ValueKind: JsonValueKind.Object } inner)
            {
                return new JsonFields(inner);
            }
        }

        return null;
    }

    private RepId? FindRep()
    {
        // Where an item has both, its "repid" may be the rep's other number; "userid" never is.
        var id = _fields.NumericId("userid", "repuserid", "repid", "createdbyrep", "createdbyrepid")
            ?? FieldsOf("rep", "user")?.NumericId("userid", "repid", "id");
        return id is { } known ? new RepId(known) : null;
    }

    private string? FindName()
    {
        var inner = FieldsOf("author", "sender", "from", "rep", "user", "createdby");
        return Named(NameFields)
            ?? inner?.Text("name", "fullname") ?? Joined(inner) ?? inner?.Text("email", "address");
    }

    // Where a number stands for the author it is an id, not a name.
    private string? Named(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_fields.Text(name) is { } text && JsonScalar.Number(text) is null)
            {
                return text;
            }
        }

        return null;
    }

    private static string? Joined(JsonFields? person) =>
        $"{person?.Text("firstname")} {person?.Text("lastname")}".Trim() is { Length: > 0 } name ? name : null;
}
