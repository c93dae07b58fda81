using System.Buffers;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts.Languages;
using FuseDeskFlows.Language.Texts.Mail.Headers;
using FuseDeskFlows.Language.Texts.Mail.Lines;

namespace FuseDeskFlows.Language.Texts.Mail;

/// <summary>
/// Finds quotations that nothing marks: whole sentences of the other side, or the copy of a whole mail. Part of a sentence is an
/// allusion, what stands between quotation marks is cited by the sender himself, and short phrases are anybody's.
/// </summary>
internal sealed class CopiedPassages(MailText mail, Conversation conversation, Direction direction)
{
    private const int MinWeight = 12;
    private const double WholeMail = 0.8;
    private const int MaxLabelWords = 2;
    private const int MaxLabelLength = 14;
    private const string SentenceEnds = ".!:;…。！：" + QuestionMarks.Wide + QuestionMarks.Narrow;
    private const string QuotationMarks = "\"“”„«»「」『』‘’‚";

    private static readonly SearchValues<char> Ends = SearchValues.Create(SentenceEnds);

    /// <summary>Marks the lines that are wholly such quotations.</summary>
    public void Mark(LineRole[] roles)
    {
        foreach (var (start, end) in Find())
        {
            for (var line = LineOf(start); line < mail.Lines.Count && mail.Lines[line].FirstWord < end; line++)
            {
                var (first, behind) = (mail.Lines[line].FirstWord, mail.Lines[line].EndWord);
                if (first < behind && behind <= end && (first >= start || IsLabel(first, start)))
                {
                    roles[line] = LineRole.Quoted;
                }
            }
        }
    }

    /// <summary>
    /// Finds where such a quotation, or the header above it, shares a line with other words: mails lose their line ends on the way.
    /// </summary>
    /// <returns>The places before which a line should end, in the order of the text.</returns>
    public IEnumerable<int> Breaks()
    {
        foreach (var (start, end) in Find())
        {
            var line = mail.Lines[LineOf(start)];
            if (start > line.FirstWord && !line.IsQuoted && !IsLabel(line.FirstWord, start))
            {
                var (from, to) = (mail.Words[line.FirstWord].Start, mail.Words[start].Start);
                var before = mail.Text[from..to];
                if (Math.Max(AttributionLine.FindAtEnd(before), HeaderBlock.FindAtEnd(before)) is > 0 and var header)
                {
                    yield return from + header;
                }

                yield return to;
            }

            line = mail.Lines[LineOf(end - 1)];
            if (end < line.EndWord && !line.IsQuoted && mail.Text.IndexOf(' ', mail.Words[end - 1].End) is > 0 and var behind)
            {
                yield return behind;
            }
        }
    }

    // Whole sentences, from first to last word.
    private IEnumerable<(int Start, int End)> Find()
    {
        var passages = mail.Passages;
        for (var index = 0; index < passages.Count;)
        {
            // What goes on without a gap is one passage, from however many items: short runs of words occur in several.
            var (start, end) = (passages[index].Start, passages[index].End);
            var longest = passages[index];
            for (index++; index < passages.Count && passages[index].Start == end; index++)
            {
                end = passages[index].End;
                longest = passages[index].End - passages[index].Start > longest.End - longest.Start ? passages[index] : longest;
            }

            var weight = mail.Weight(start, end);
            var isOthers = conversation.IsOtherSide(longest.Item, direction) || weight >= WholeMail * conversation.WeightOf(longest.Item);
            if (weight < MinWeight || !isOthers)
            {
                continue;
            }

            while (start < end && !IsFirst(start))
            {
                start++;
            }

            while (end > start && !IsLast(end - 1))
            {
                end--;
            }

            if (mail.Weight(start, end) >= MinWeight && !IsCited(start, end))
            {
                yield return (start, end);
            }
        }
    }

    // "Q: Which version do you use?": the label is of the quotation.
    private bool IsLabel(int first, int start) => start > first && start - first <= MaxLabelWords
        && mail.Text[mail.Words[first].Start..mail.Words[start].Start] is { Length: <= MaxLabelLength } label
        && label.TrimEnd() is [.., ':' or '：' or ')'];

    private int LineOf(int word)
    {
        var (low, high) = (0, mail.Lines.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = mail.Lines[middle].EndWord > word ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private bool IsFirst(int word) => word == 0 || IsBoundary(Between(word - 1));

    private bool IsLast(int word) => word == mail.Words.Count - 1 || IsBoundary(Between(word));

    private ReadOnlySpan<char> Between(int word) =>
        mail.Text.AsSpan(mail.Words[word].End, mail.Words[word + 1].Start - mail.Words[word].End);

    // A sentence's end, or that of a paragraph: a mere line end wraps a sentence.
    private static bool IsBoundary(ReadOnlySpan<char> between) =>
        (between.IndexOfAny(Ends) is >= 0 and var at && (at + 1 == between.Length || !IsInNumber(between, at)))
        || between.Count('\n') > 1;

    private static bool IsInNumber(ReadOnlySpan<char> between, int at) => between.Length == 1 && at == 0 && between[0] is '.' or ':';

    private bool IsCited(int start, int end)
    {
        var before = mail.Words[start].Start - 1;
        var after = mail.Words[end - 1].End;
        while (after < mail.Text.Length && SentenceEnds.Contains(mail.Text[after]))
        {
            after++;
        }

        return before >= 0 && after < mail.Text.Length
            && QuotationMarks.Contains(mail.Text[before]) && QuotationMarks.Contains(mail.Text[after]);
    }
}
