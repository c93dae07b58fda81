using System.Globalization;
using System.Net;
using System.Text;
using FuseDeskFlows.TrutoSandbox.Data.Model;

namespace FuseDeskFlows.TrutoSandbox.Data;

/// <summary>
/// Dresses a text as a mail: greeting, signature, quoted tail, sometimes HTML, sometimes a long log, sometimes something nasty.
/// </summary>
internal sealed class MailFormatter(Random random, Contact contact)
{
    private readonly bool _customerWritesHtml = random.Chance(25);
    private QuotedMail? _last;

    public (string Body, bool Html) FromCustomer(DateTimeOffset at, string text, bool longMail)
    {
        var greeting =
            _last is not null && !string.Equals(_last.Author, contact.Name, StringComparison.Ordinal)
                ? $"Hi {FirstWord(_last.Author)},"
                : "Hello,";
        var signature = $"{contact.Name}\n{contact.Company}\n{contact.Email}";
        var extra = longMail || random.Chance(2) ? "Here is the log, as far as I could export it:\n\n" + Log()
            : random.Chance(2) ? random.Pick(HostileTexts.All)
            : string.Empty;
        return Dress(at, greeting, text, extra, signature, contact.Name, _customerWritesHtml);
    }

    /// <summary>A mail of a rep.</summary>
    public (string Body, bool Html) FromRep(DateTimeOffset at, string text, string rep) =>
        Dress(at, $"Hi {contact.FirstName},", text, string.Empty, $"{rep}\nHarborline Support", rep, html: random.Chance(10));

    private static string FirstWord(string name) => name.Split(' ')[0];

    private static string Encode(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>\n", StringComparison.Ordinal);

    private (string Body, bool Html) Dress(
        DateTimeOffset at, string greeting, string text, string extra, string signature, string author, bool html)
    {
        var body = new StringBuilder();
        var quote = _last is not null && random.Chance(60);
        var quoted = quote ? _last : null;
        if (html)
        {
            body.Append("<div dir=\"ltr\"><p>").Append(Encode(greeting)).Append("</p><p>").Append(Encode(text)).Append("</p>");
            // What is extra stays as it was sent: real mails do carry scripts and broken markup.
            if (extra.Length > 0)
            {
                body.Append("<pre>").Append(extra).Append("</pre>");
            }

            body.Append("<p>--<br>").Append(Encode(signature)).Append("</p></div>");
            body.Append(quoted?.Html());
        }
        else
        {
            body.Append(greeting).Append("\n\n").Append(text);
            if (extra.Length > 0)
            {
                body.Append("\n\n").Append(extra);
            }

            body.Append("\n\n-- \n").Append(signature);
            body.Append(quoted?.Plain());
        }

        _last = new(at, author, text);
        return (body.ToString(), html);
    }

    private string Log()
    {
        var log = new StringBuilder(14_000);
        for (var line = 0; log.Length < 12_000; line++)
        {
            log.Append(
                CultureInfo.InvariantCulture,
                $"{line:D4} sync worker={random.Next(1, 5)} item={random.Next(100_000, 999_999)} "
                    + $"status={(random.Chance(15) ? "failed" : "ok")} took={random.Next(5, 900)}ms\n");
        }

        return log.ToString();
    }
}
