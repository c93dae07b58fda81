using FuseDeskFlows.TrutoSandbox.Data.Model;
using FuseDeskFlows.TrutoSandbox.Data.Themes;

namespace FuseDeskFlows.TrutoSandbox.Data;

/// <summary>Writes the words of a planned conversation.</summary>
internal sealed class ConversationWriter(Random random, Theme theme, int variant, Contact contact, Team team, string subject)
{
    private readonly Slots _slots = new(random);
    private readonly MailFormatter _mails = new(random, contact);
    private int _fromCustomer;
    private int _fromTeam;
    private int _notes;

    /// <summary>Writes one item for each beat.</summary>
    public List<HistoryItem> Write(IReadOnlyList<Beat> beats, string status, bool longFirstMail)
    {
        var items = new List<HistoryItem>(beats.Count);
        var lastSpoken = LastIndex(beats, beat => beat.FromCustomer);
        var lastAnswer = LastIndex(beats, beat => beat.Kind == HistoryKind.EmailOut);
        var closed = status is "closed";
        for (var index = 0; index < beats.Count; index++)
        {
            var beat = beats[index];
            var rep = team.Find(beat.RepId);
            items.Add(beat.Kind switch
            {
                HistoryKind.EmailIn => Mail(
                    beat,
                    _mails.FromCustomer(
                        beat.At,
                        FromCustomer(thanks: closed && index == lastSpoken && index > lastAnswer),
                        longMail: index == 0 && longFirstMail)),
                HistoryKind.Chat => new(beat.Kind, beat.At, null, contact.Name, null, FromCustomer(thanks: false)),
                HistoryKind.EmailOut => Mail(
                    beat, _mails.FromRep(beat.At, FromTeam(fix: closed && index == lastAnswer), rep?.Name ?? "Support")),
                HistoryKind.Note => new(beat.Kind, beat.At, beat.RepId, team.NameOf(beat.RepId), null, Note()),
                HistoryKind.Call => new(
                    beat.Kind, beat.At, beat.RepId, team.NameOf(beat.RepId), null, _slots.Fill(random.Pick(theme.Calls))),
                _ => new(
                    beat.Kind, beat.At, beat.RepId, team.NameOf(beat.RepId), null, StatusText(rep, closed && index == beats.Count - 1)),
            });
        }

        return items;
    }

    private static int LastIndex(IReadOnlyList<Beat> beats, Func<Beat, bool> wanted)
    {
        for (var index = beats.Count - 1; index >= 0; index--)
        {
            if (wanted(beats[index]))
            {
                return index;
            }
        }

        return -1;
    }

    private static string StatusText(Rep? rep, bool closing) =>
        closing ? "Status changed from Open to Closed" : $"Assigned to {rep?.Name ?? "nobody"}";

    private HistoryItem Mail(Beat beat, (string Body, bool Html) mail)
    {
        var prefix = _fromCustomer + _fromTeam > 1 ? "Re: " : string.Empty;
        return new(
            beat.Kind,
            beat.At,
            beat.RepId,
            beat.FromCustomer ? contact.Name : team.NameOf(beat.RepId),
            prefix + subject,
            mail.Body,
            mail.Html);
    }

    private string Note()
    {
        var turn = _notes++;
        return _slots.Fill(
            turn == 0
                ? theme.Notes[variant % theme.Notes.Length]
                : ThemeLibrary.NotesAgain[(variant + turn) % ThemeLibrary.NotesAgain.Length]);
    }

    private string FromCustomer(bool thanks)
    {
        var turn = _fromCustomer++;
        return _slots.Fill(turn switch
        {
            0 => theme.Openings[variant],
            _ when thanks => random.Pick(ThemeLibrary.Thanks),
            1 => theme.Answers[variant % theme.Answers.Length],
            2 => theme.Nudges[variant % theme.Nudges.Length],
            _ => ThemeLibrary.CustomerAgain[(variant + turn) % ThemeLibrary.CustomerAgain.Length],
        });
    }

    private string FromTeam(bool fix)
    {
        var turn = _fromTeam++;
        return _slots.Fill(turn switch
        {
            _ when fix => random.Pick(theme.Fixes),
            0 => theme.Questions[variant % theme.Questions.Length],
            1 => theme.Findings[variant % theme.Findings.Length],
            _ => ThemeLibrary.RepAgain[(variant + turn) % ThemeLibrary.RepAgain.Length],
        });
    }
}
