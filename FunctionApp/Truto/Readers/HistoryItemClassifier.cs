using System.Text.Json;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.FuseDesk.Turns;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Readers;

/// <summary>Finds out what a history item is, who wrote it and which way it went, from whatever signs it bears.</summary>
internal sealed class HistoryItemClassifier
{
    private static readonly string[] ChangeWords =
        ["status", "assign", "transfer", "change", "tag", "department", "snooze", "merge", "system", "closed", "opened"];

    private static readonly string[] SystemWords = ["system", "automation", "bot", "internal", "fusedesk"];
    private static readonly string[] AuthorNames =
    [
        "author", "authorname", "sendername", "fromname", "createdbyname", "repname", "clientname", "sender", "createdby", "from",
        "name", "username",
    ];

    private readonly JsonFields _fields;
    private readonly string? _customer;
    private readonly string _type;

    /// <summary>Reads the signs.</summary>
    /// <param name="fields">The item.</param>
    /// <param name="usual">The kind of an item that names none.</param>
    /// <param name="customer">The customer's name.</param>
    public HistoryItemClassifier(JsonFields fields, HistoryKind usual, string? customer)
    {
        _fields = fields;
        _customer = customer;
        _type = fields.Text("type", "kind", "notetype", "historytype", "action", "event")?.ToLowerInvariant() ?? "";
        Kind = KindOf(_type, usual);
        RepId = Rep();
        Author = AuthorName();
    }

    /// <summary>What it is.</summary>
    public HistoryKind Kind { get; }

    /// <summary>The rep that it names.</summary>
    public RepId? RepId { get; }

    /// <summary>The author's name.</summary>
    public string? Author { get; }

    /// <summary>
    /// Which way it went: the item's own word for it first, then the author's role, then what kinds of item mean, and only at the
    /// end a guess from who is named. A call without such a word stays unknown: a rep records it, whoever rang.
    /// </summary>
    public Direction Direction
    {
        get
        {
            if (Stated() is { } stated)
            {
                return stated;
            }

            var role = Role();
            if (role == Direction.Inbound)
            {
                return Direction.Inbound;
            }

            if (Kind is HistoryKind.Note or HistoryKind.Change)
            {
                return Direction.Internal;
            }

            if (role is { } known)
            {
                return known;
            }

            if (Author is not null && string.Equals(Author, _customer, StringComparison.OrdinalIgnoreCase))
            {
                return Direction.Inbound;
            }

            if (Author is not null && WordIn(Author.ToLowerInvariant(), SystemWords))
            {
                return Direction.Internal;
            }

            if (Kind is not (HistoryKind.Email or HistoryKind.Chat))
            {
                return Direction.Unknown;
            }

            return RepId is not null ? Direction.Outbound : Author is not null ? Direction.Inbound : Direction.Unknown;
        }
    }

    /// <summary>True if a machine sent it. A rep who bears a machine's name is none.</summary>
    public bool IsAutomatic => AutomaticMailClassifier.Any(_fields, _type, Author, fromNobody: Direction == Direction.Outbound && RepId is null);

    private static HistoryKind KindOf(string type, HistoryKind usual) => type switch
    {
        _ when type.Contains("mail", StringComparison.Ordinal) || type.Contains("reply", StringComparison.Ordinal) => HistoryKind.Email,
        _ when type.Contains("call", StringComparison.Ordinal) || type.Contains("phone", StringComparison.Ordinal) => HistoryKind.Call,
        _ when type.Contains("chat", StringComparison.Ordinal) => HistoryKind.Chat,
        _ when ChangeWords.Any(word => type.Contains(word, StringComparison.Ordinal)) => HistoryKind.Change,
        _ when type.Contains("note", StringComparison.Ordinal) => HistoryKind.Note,
        _ => usual,
    };

    private Direction? Stated() => _fields.Text("direction", "flow")?.ToLowerInvariant() switch
    {
        "in" or "inbound" or "incoming" or "received" or "from_customer" => Direction.Inbound,
        "out" or "outbound" or "outgoing" or "sent" or "to_customer" => Direction.Outbound,
        "internal" or "system" or "none" => Direction.Internal,
        _ when _fields.Flag("isinbound", "inbound", "incoming", "isincoming", "fromcustomer", "fromclient") is { } inbound =>
            inbound ? Direction.Inbound : Direction.Outbound,
        _ => null,
    };

    private Direction? Role()
    {
        var role = _fields.Text("role", "sendertype", "authortype", "fromtype", "senderrole", "createdbytype")
            ?? Inner("author", "sender", "from")?.Text("type", "role");
        return RoleOf(role?.ToLowerInvariant()) ?? RoleOf(_type) ?? WayOf();
    }

    // "email_in", "call_out".
    private Direction? WayOf() => Kind is not (HistoryKind.Email or HistoryKind.Call or HistoryKind.Chat) ? null
        : WordIn(_type, ["in"]) ? Direction.Inbound
        : WordIn(_type, ["out"]) ? Direction.Outbound
        : null;

    private static Direction? RoleOf(string? words) => words switch
    {
        null => null,
        _ when WordIn(words, SenderWords.Customer) => Direction.Inbound,
        _ when WordIn(words, SystemWords) => Direction.Internal,
        _ when WordIn(words, SenderWords.Team) => Direction.Outbound,
        _ => null,
    };

    private RepId? Rep()
    {
        // Where an item has both, its "repid" may be the rep's other number; "userid" never is.
        var id = _fields.NumericId("userid", "repuserid", "repid", "createdbyrep", "createdbyrepid")
            ?? Inner("rep", "user")?.NumericId("userid", "repid", "id");
        return id is { } known ? new RepId(known) : null;
    }

    private string? AuthorName()
    {
        var inner = Inner("author", "sender", "from", "rep", "user", "createdby");
        return Named(AuthorNames)
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

    private JsonFields? Inner(params ReadOnlySpan<string> names)
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

    /// <summary>Tells whether one of some words is among a text's.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The words.</param>
    /// <returns>True if it is.</returns>
    public static bool WordIn(string text, IReadOnlyList<string> words) =>
        text.Split(' ', '_', '-', '.', ':', '/').Any(part => words.Contains(part, StringComparer.Ordinal));
}
