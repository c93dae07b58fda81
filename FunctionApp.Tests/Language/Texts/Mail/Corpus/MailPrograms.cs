using System.Globalization;
using System.Net;

namespace FuseDeskFlows.Tests.Language.Texts.Mail.Corpus;

/// <summary>Writes mails as mail programs do, from a language's parts.</summary>
internal static class MailPrograms
{
    private const string Bank = "Nordbank Disputes <disputes@nordbank.example>";
    private static readonly string[] OutlookValues =
    [
        "Fjordline Support <help@fjordline.example>",
        "12. 11. 2026 10:15",
        "Jonas Weber <jonas@weber.example>",
        "Re: Export",
    ];

    /// <summary>All mails of a language.</summary>
    public static IEnumerable<CorpusMail> Write(LanguageParts parts)
    {
        foreach (var (style, text, own) in Plain(parts).Concat(Html(parts)))
        {
            yield return new($"{parts.Code} {style}", text, parts, own);
        }

        foreach (var (style, text) in Forwards(parts))
        {
            yield return new($"{parts.Code} {style}", text, parts, [], IsForward: true);
        }
    }

    /// <summary>The rep's mail, as the history has it.</summary>
    public static string Original(LanguageParts parts) =>
        $"{parts.Team[0]}\n\n{parts.Team[1]} {parts.Team[2]}\n\n{parts.Team[3]}\nNora Quist";

    private static IEnumerable<(string Style, string Text, IReadOnlyList<string> Own)> Plain(LanguageParts parts)
    {
        var own = parts.Customer;
        var written = $"{own[0]}\n{own[1]}{(parts.Closing.Length > 0 ? $"\n\n{parts.Closing}\nJonas Weber" : "")}";
        var quoted = Quote(Original(parts));
        yield return ("gmail-plain top", $"{written}\n\n{Wrap(parts.Gmail, 72)}\n\n{quoted}", own);
        yield return ("gmail-plain top wrapped", $"{written}\n\n{Wrap(parts.Gmail, 40)}\n\n{Quote(Wrap(Original(parts), 50))}", own);
        yield return ("apple-plain bottom", $"{parts.Apple}\n\n{quoted}\n\n{written}", own);
        yield return (
            "apple-plain inline",
            $"{parts.Apple}\n\n> {parts.Team[0]}\n>\n> {parts.Team[1]}\n\n{own[0]}\n\n> {parts.Team[2]}\n\n{own[1]}",
            own);
        yield return ("outlook-plain top", $"{written}\n\n{OutlookBlock(parts, "")}\n\n{Original(parts)}", own);
        yield return (
            "outlook-plain bold top",
            $"{written}\n\n________________________________\n{OutlookBlock(parts, "*")}\n\n{Original(parts)}",
            own);
        yield return (
            "outlook-plain inline",
            $"{OutlookBlock(parts, "")}\n\n{parts.Team[0]}\n\n{parts.Team[1]}\n\n{own[0]}\n\n{parts.Team[2]}\n\n{own[1]}\n\n"
                + $"{parts.Team[3]}\nNora Quist",
            own);
        if (parts.Original.Length > 0)
        {
            yield return ("original top", $"{written}\n\n-----{parts.Original}-----\n{OutlookBlock(parts, "")}\n\n{Original(parts)}", own);
            yield return ("original alone top", $"{written}\n\n-------- {parts.Original} --------\n{Original(parts)}", own);
        }

        if (parts.Device.Length > 0)
        {
            yield return ("phone top", $"{own[0]}\n{own[1]}\n\n{parts.Device}\n\n{parts.Apple}\n\n{quoted}", own);
            yield return ("phone postscript", $"{own[0]}\n\n{parts.Device}\n\nP.S. {own[1]}\n\n{parts.Gmail}\n{quoted}", own);
        }

        yield return ("desk top", $"{written}\n\n##- Please type your reply above this line -##\n\n{Original(parts)}", own);
    }

    private static IEnumerable<(string Style, string Text, IReadOnlyList<string> Own)> Html(LanguageParts parts)
    {
        var own = parts.Customer;
        var written = $"<div>{Encode(own[0])}<br>{Encode(own[1])}</div>";
        var original = $"<div>{Encode(Original(parts))}</div>";
        var gmail = $"<div dir=\"ltr\" class=\"gmail_attr\">{Encode(parts.Gmail)}<br></div>";
        const string Cite = "<blockquote class=\"gmail_quote\" style=\"margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex\">";
        yield return (
            "gmail top", $"<div dir=\"ltr\">{written}</div><br><div class=\"gmail_quote\">{gmail}{Cite}{original}</blockquote></div>", own);
        yield return (
            "gmail bottom", $"<div class=\"gmail_quote\">{gmail}{Cite}{original}</blockquote></div><div dir=\"ltr\">{written}</div>", own);
        yield return (
            "gmail inline",
            $"<div class=\"gmail_quote\">{gmail}{Cite}<div>{Encode(parts.Team[1])}</div></blockquote><div>{Encode(own[0])}</div>"
            + $"{Cite}<div>{Encode(parts.Team[2])}</div></blockquote><div>{Encode(own[1])}</div></div>",
            own);
        yield return (
            "apple top",
            $"<body>{written}<br><div><blockquote type=\"cite\"><div>{Encode(parts.Apple)}</div><br>{original}</blockquote></div></body>",
            own);
        yield return (
            "thunderbird bottom",
            $"<div class=\"moz-cite-prefix\">{Encode(parts.Apple)}<br></div>"
                + $"<blockquote type=\"cite\" cite=\"mid:1\">{original}</blockquote><p>{Encode(own[0])}</p><p>{Encode(own[1])}</p>",
            own);
        yield return (
            "yahoo top",
            $"{written}<br><div id=\"ydp1yahoo_quoted_2\" class=\"ydp1yahoo_quoted\"><div>{Encode(parts.Gmail)}</div><br>{original}</div>",
            own);
        yield return (
            "proton top",
            $"{written}<br><div class=\"protonmail_quote\">{Encode(parts.Gmail)}<br><br>"
                + $"<blockquote class=\"protonmail_quote\" type=\"cite\">{original}</blockquote></div>",
            own);
        var block = string.Concat(OutlookValues.Select((value, index) => $"<b>{Encode(parts.Outlook[index])}</b> {Encode(value)}<br>"));
        yield return (
            "outlook top",
            $"<div class=\"WordSection1\"><p class=\"MsoNormal\">{Encode(own[0])}</p><p class=\"MsoNormal\">{Encode(own[1])}</p>"
                + "<div style=\"border:none;border-top:solid #E1E1E1 1.0pt;"
            + $"padding:3.0pt 0cm 0cm 0cm\"><p class=\"MsoNormal\">{block}</p></div>{original}</div>",
            own);
        yield return (
            "outlook web top",
            $"{written}<div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\" dir=\"ltr\">{block}</div>{original}",
            own);
    }

    private static IEnumerable<(string Style, string Text)> Forwards(LanguageParts parts)
    {
        string[] values = [Bank, "12. 11. 2026 08:10", "Jonas Weber <jonas@weber.example>", "Chargeback notice"];
        var block = string.Join('\n', values.Select((value, index) => $"{parts.Outlook[index]} {value}"));
        yield return ("gmail forward", $"---------- {parts.Forwarded} ---------\n{block}\n\n{CorpusTests.Notice}");
        yield return ("apple forward", $"{Quote($"---------- {parts.Forwarded} ---------\n{block}\n\n{CorpusTests.Notice}")}");
    }

    private static string OutlookBlock(LanguageParts parts, string bold) =>
        string.Join('\n', OutlookValues.Select((value, index) => $"{bold}{parts.Outlook[index]}{bold} {value}"));

    private static string Quote(string text) => "> " + text.Replace("\n", "\n> ", StringComparison.Ordinal);

    private static string Encode(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);

    // As mail programs wrap: at blanks, and in scripts without them anywhere.
    private static string Wrap(string text, int width)
    {
        var lines = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            var rest = line;
            while (new StringInfo(rest).LengthInTextElements > width && rest.LastIndexOf(' ', width) is var at)
            {
                at = at > 0 ? at : width;
                lines.Add(rest[..at]);
                rest = rest[at..].TrimStart();
            }

            lines.Add(rest);
        }

        return string.Join('\n', lines);
    }
}
