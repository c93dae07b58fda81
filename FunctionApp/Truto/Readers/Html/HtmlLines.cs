using System.Text;

namespace FuseDeskFlows.Truto.Readers.Html;

/// <summary>The lines of plain text that HTML makes. Quoted ones bear the mark that plain mails use.</summary>
internal sealed class HtmlLines
{
    // What Outlook writes into plain text above a header.
    private const string Divider = "________________________________";
    private const int MaxAttributionLines = 4;

    private readonly List<(string Text, bool IsQuoted)> _lines = [];
    private readonly StringBuilder _line = new();

    /// <summary>How many quotations are open.</summary>
    public int Quotes { get; set; }

    public int Count => _lines.Count;

    public void Append(string data, bool preformatted)
    {
        foreach (var character in data)
        {
            var isSpace = character is ' ' or '\n' or '\r' or '\t' or '\f';
            if (preformatted && character == '\n')
            {
                Break();
            }
            else if (!isSpace || (preformatted && character != '\r'))
            {
                _line.Append(character);
            }
            else if (_line.Length > 0 && _line[^1] != ' ')
            {
                _line.Append(' ');
            }
        }
    }

    /// <summary>Ends the line, also an empty one.</summary>
    public void Break()
    {
        _lines.Add((_line.ToString().TrimEnd(), Quotes > 0));
        _line.Clear();
    }

    /// <summary>Ends the line, if it has anything.</summary>
    public void EndLine()
    {
        if (_line.Length > 0)
        {
            Break();
        }
    }

    /// <summary>Ends the line, and leaves a blank one.</summary>
    public void EndParagraph()
    {
        EndLine();
        if (_lines.Count > 0 && _lines[^1].Text.Length > 0)
        {
            _lines.Add(("", Quotes > 0));
        }
    }

    public void Divide()
    {
        EndLine();
        if (_lines is not [.., (Divider, _)])
        {
            _lines.Add((Divider, false));
        }
    }

    public void BeginSignature()
    {
        EndLine();
        _lines.Add(("--", Quotes > 0));
    }

    /// <summary>Marks what stands above a quotation, unless it is the header of a forwarded mail.</summary>
    public void MarkAttribution(int first)
    {
        EndLine();
        if (_lines.Count - first > 2 * MaxAttributionLines)
        {
            return;
        }

        var written = _lines[first..].FindAll(line => line.Text.Length > 0);
        if (written.Count > MaxAttributionLines || written.Exists(line => line.Text.Contains("--", StringComparison.Ordinal)))
        {
            return;
        }

        for (var index = first; index < _lines.Count; index++)
        {
            _lines[index] = _lines[index] with { IsQuoted = true };
        }
    }

    public override string ToString()
    {
        EndLine();
        var text = new StringBuilder();
        foreach (var (line, isQuoted) in _lines)
        {
            text.Append(isQuoted && line.Length > 0 ? "> " : "").Append(line).Append('\n');
        }

        return text.ToString();
    }
}
