using System.Globalization;
using System.Net;

namespace FuseDeskFlows.TrutoSandbox.Data;

/// <summary>
/// What a mail program adds of the mail that is answered. People use several programs, so that not every answer quotes alike.
/// </summary>
/// <param name="At">When the other mail was written.</param>
/// <param name="Author">By whom.</param>
/// <param name="Text">What it said.</param>
internal sealed record QuotedMail(DateTimeOffset At, string Author, string Text)
{
    private string Moment => At.ToString("ddd d MMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Below a plain mail.</summary>
    public string Plain() => (At.Minute % 3) switch
    {
        0 => $"\n\n________________________________\nFrom: {Author}\nSent: {Moment}\nSubject: Re: your request\n\n{Text}",
        1 => $"\n\nAm {At.ToString("dd.MM.yyyy 'um' HH:mm", CultureInfo.InvariantCulture)} schrieb {Author}:\n> {Marked()}",
        _ => $"\n\nOn {Moment}, {Author} wrote:\n> {Marked()}",
    };

    /// <summary>Below a mail in HTML.</summary>
    public string Html() => (At.Minute % 2) switch
    {
        0 =>
            $"<div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in\"><p><b>From:</b> {Encode(Author)}<br>"
                + $"<b>Sent:</b> {Moment}<br>"
                + $"<b>Subject:</b> Re: your request</p></div><p>{Encode(Text)}</p>",
        _ =>
            $"<div class=\"gmail_quote\"><div class=\"gmail_attr\">On {Moment}, {Encode(Author)} wrote:<br></div>"
                + $"<blockquote>{Encode(Text)}</blockquote></div>",
    };

    private string Marked() => Text.Replace("\n", "\n> ", StringComparison.Ordinal);

    private static string Encode(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>\n", StringComparison.Ordinal);
}
