using System.Text.RegularExpressions;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts.Languages;
using FuseDeskFlows.Language.Texts.Mail.Headers;
using FuseDeskFlows.Language.Texts.Mail.Lines;

namespace FuseDeskFlows.Language.Texts.Mail;

/// <summary>What is known of a conversation before one of its items: who took part, about what, and what was written.</summary>
internal sealed partial class Conversation
{
    private static readonly HashSet<string> ForwardSubjects =
        LanguageTables.All.SelectMany(table => table.Mail.ForwardSubjects).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<int, (Direction Direction, int Weight)> _items = [];
    private readonly HashSet<string> _subjects = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _authors = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _wasForwarded;

    public Conversation(string? subject)
    {
        _wasForwarded = IsForwardSubject(subject);
        AddSubject(subject);
    }

    public EarlierText Text { get; } = new();

    public void Add(HistoryItem item, MailText mail)
    {
        var repeated = mail.Passages.Sum(known => mail.Weight(known.Start, known.End));
        _items[item.Number] = (item.Direction, mail.Weight(0, mail.Words.Count) - repeated);
        AddSubject(item.Subject);
        if (item.AuthorName is { Length: > 0 } author)
        {
            _authors.Add(author.Trim());
        }

        Text.Add(item.Number, mail.Words, mail.Passages);
    }

    /// <summary>Whether an earlier item is from the other side. What the team notes for itself is the team's.</summary>
    public bool IsOtherSide(int number, Direction direction) =>
        direction == Direction.Unknown || _items[number].Direction == Direction.Unknown
        || (direction == Direction.Inbound) != (_items[number].Direction == Direction.Inbound);

    /// <summary>How much an item says that none before it said.</summary>
    public int WeightOf(int number) => _items[number].Weight;

    /// <summary>
    /// Whether a header is of this conversation, so that what its sender wrote below it may be new; else another mail is handed on.
    /// </summary>
    public bool Has(QuotationHeader header, HistoryItem item)
    {
        if (header.From is { } from && item.AuthorName is { Length: > 0 } self && from.Contains(self, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return !IsForward(item) && _items.Count > 0
            && (header.Subject is not { } subject
                || _subjects.Contains(Stem(subject))
                || (header.From is { } sender && _authors.Any(author => sender.Contains(author, StringComparison.OrdinalIgnoreCase))));
    }

    /// <summary>Whether an item's subject says that it hands on another mail.</summary>
    public bool IsForward(HistoryItem item) =>
        item.Subject is null ? _wasForwarded && _items.Count == 0 : IsForwardSubject(item.Subject);

    private void AddSubject(string? subject)
    {
        if (!string.IsNullOrWhiteSpace(subject))
        {
            _subjects.Add(Stem(subject));
        }
    }

    private static bool IsForwardSubject(string? subject) => subject is not null
        && Prefix.Match(subject) is { Success: true } match && ForwardSubjects.Contains(match.Groups["word"].Value);

    // A subject without what answering and forwarding put before it, at most a handful of times.
    private static string Stem(string subject)
    {
        var stem = subject.Trim();
        for (var times = 0; times < 5 && Prefix.Match(stem) is { Success: true } match; times++)
        {
            stem = stem[match.Length..].Trim();
        }

        return stem;
    }

    [GeneratedRegex(
        @"^\W{0,3}(?<word>[\p{L} ]{1,16})(\[\d{1,3}\])?\s?[:：]\s*",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Prefix { get; }
}
