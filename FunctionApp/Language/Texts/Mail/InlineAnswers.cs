using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Texts.Mail.Ends;
using FuseDeskFlows.Language.Texts.Mail.Lines;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Language.Texts.Mail;

/// <summary>Finds what is answered where: a passage, and own words directly below it.</summary>
internal static class InlineAnswers
{
    private const int MaxQuotedLength = 300;
    private const int MaxAnswerLength = 80;

    public static IEnumerable<InlineAnswer> Find(
        MailText mail, LineRole[] roles, List<(int Start, int End)> segments, MessageTrimmer trimmer)
    {
        foreach (var (start, end) in segments)
        {
            var last = start - 1;
            while (last >= 0 && (mail.Lines[last].IsBlank || roles[last] == LineRole.Header))
            {
                last--;
            }

            if (last < 0 || roles[last] != LineRole.Quoted)
            {
                continue;
            }

            var answer = trimmer.Strip(mail.Lines[start..end], isFirst: false, lenient: false);
            if (answer.Length > 0)
            {
                yield return Answer(mail, roles, last, answer);
            }
        }
    }

    private static InlineAnswer Answer(MailText mail, LineRole[] roles, int last, string answer)
    {
        var first = last;
        var length = mail.Lines[last].Text.Length;
        while (first > 0 && roles[first - 1] == LineRole.Quoted && length + mail.Lines[first - 1].Text.Length < MaxQuotedLength)
        {
            first--;
            length += mail.Lines[first].Text.Length + 1;
        }

        int? source = null;
        for (var word = mail.Lines[first].FirstWord; word < mail.Lines[last].EndWord && source is null; word++)
        {
            source = mail.PassageOf(word)?.Item;
        }

        return new()
        {
            Quoted = SafeText.Shorten(mail.Join(first, last + 1), MaxQuotedLength),
            HistoryItem = source,
            Answer = SafeText.Shorten(answer, MaxAnswerLength),
        };
    }
}
