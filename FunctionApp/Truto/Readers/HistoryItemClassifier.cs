using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Readers;

/// <summary>Finds out what a history item is, who wrote it and which way it went, from whatever signs it bears.</summary>
internal sealed class HistoryItemClassifier
{
    private static readonly string[] ChangeWords =
        ["status", "assign", "transfer", "change", "tag", "department", "snooze", "merge", "system", "closed", "opened"];

    private static readonly string[] SystemWords = ["system", "automation", "bot", "internal", "fusedesk"];

    private readonly JsonFields _fields;
    private readonly string? _customer;
    private readonly string _type;
    private readonly HistoryItemAuthor _author;

    public HistoryItemClassifier(JsonFields fields, HistoryKind defaultKind, string? customer)
    {
        _fields = fields;
        _customer = customer;
        _type = fields.Text("type", "kind", "notetype", "historytype", "action", "event")?.ToLowerInvariant() ?? "";
        Kind = KindOf(_type, defaultKind);
        _author = new HistoryItemAuthor(fields);
    }

    public HistoryKind Kind { get; }

    public RepId? RepId => _author.RepId;

    public string? Author => _author.Name;

    /// <summary>
    /// Which way it went: the item's own word for it first, then the author's role, then what kinds of item mean, and only at the
    /// end a guess from who is named. A call without such a word stays unknown: a rep records it, whoever rang.
    /// </summary>
    public Direction Direction
    {
        get
        {
            if (StatedDirection() is { } stated)
            {
                return stated;
            }

            var role = DirectionByRole();
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

            if (Author is not null && ContainsWord(Author.ToLowerInvariant(), SystemWords))
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
    public bool IsAutomatic =>
        AutomaticMailClassifier.IsAutomatic(
            _fields, _type, Author, Direction, fromNobody: Direction == Direction.Outbound && RepId is null);

    private static HistoryKind KindOf(string type, HistoryKind defaultKind) => type switch
    {
        _ when type.Contains("mail", StringComparison.Ordinal) || type.Contains("reply", StringComparison.Ordinal) => HistoryKind.Email,
        _ when type.Contains("call", StringComparison.Ordinal) || type.Contains("phone", StringComparison.Ordinal) => HistoryKind.Call,
        _ when type.Contains("chat", StringComparison.Ordinal) => HistoryKind.Chat,
        _ when ChangeWords.Any(word => type.Contains(word, StringComparison.Ordinal)) => HistoryKind.Change,
        _ when type.Contains("note", StringComparison.Ordinal) => HistoryKind.Note,
        _ => defaultKind,
    };

    private Direction? StatedDirection() => _fields.Text("direction", "flow")?.ToLowerInvariant() switch
    {
        "in" or "inbound" or "incoming" or "received" or "from_customer" => Direction.Inbound,
        "out" or "outbound" or "outgoing" or "sent" or "to_customer" => Direction.Outbound,
        "internal" or "system" or "none" => Direction.Internal,
        _ when _fields.Flag("isinbound", "inbound", "incoming", "isincoming", "fromcustomer", "fromclient") is { } inbound =>
            inbound ? Direction.Inbound : Direction.Outbound,
        _ => null,
    };

    private Direction? DirectionByRole()
    {
        var role = _fields.Text("role", "sendertype", "authortype", "fromtype", "senderrole", "createdbytype")
            ?? _author.FieldsOf("author", "sender", "from")?.Text("type", "role");
        return DirectionOfRole(role?.ToLowerInvariant()) ?? DirectionOfRole(_type) ?? DirectionOfType();
    }

    // "email_in", "call_out".
    private Direction? DirectionOfType() => Kind is not (HistoryKind.Email or HistoryKind.Call or HistoryKind.Chat) ? null
        : ContainsWord(_type, ["in"]) ? Direction.Inbound
        : ContainsWord(_type, ["out"]) ? Direction.Outbound
        : null;

    private static Direction? DirectionOfRole(string? words) => words switch
    {
        null => null,
        _ when ContainsWord(words, SenderWords.Customer) => Direction.Inbound,
        _ when ContainsWord(words, SystemWords) => Direction.Internal,
        _ when ContainsWord(words, SenderWords.Team) => Direction.Outbound,
        _ => null,
    };

    public static bool ContainsWord(string text, IReadOnlyList<string> words) =>
        text.Split(' ', '_', '-', '.', ':', '/').Any(part => words.Contains(part, StringComparer.Ordinal));
}
