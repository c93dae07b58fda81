using FuseDeskFlows.Language.Texts.Mail.Headers;
using FuseDeskFlows.Language.Texts.Mail.Lines;

namespace FuseDeskFlows.Language.Texts.Mail;

/// <summary>Collects what is somebody else's and stands in no earlier item: it is told, since nobody could read it otherwise.</summary>
internal static class ForeignText
{
    private const int MinWeight = 8;

    public static string Read(MailText mail, LineRole[] roles)
    {
        var foreign = new List<string>();
        for (var index = 0; index < mail.Lines.Count;)
        {
            var line = mail.Lines[index];
            if (roles[index] is not (LineRole.Foreign or LineRole.Quoted)
                || mail.KnownPart(line) is null or >= MailText.MostlyKnown
                || mail.Weight(line.FirstWord, line.EndWord) < MinWeight)
            {
                index++;
            }
            else if (HeaderFinder.Find(mail.Lines, index) is { } header)
            {
                index += header.Lines;
            }
            else
            {
                foreign.Add(line.Text);
                index++;
            }
        }

        return string.Join('\n', foreign);
    }
}
