using System.Text;

namespace LocalHost.Tests.Support;

/// <summary>Keeps what several threads write, to be read meanwhile.</summary>
internal sealed class RecordingWriter : TextWriter
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value)
    {
        lock (_gate)
        {
            _text.Append(value);
        }
    }

    public override void WriteLine(string? value) => Write(value + NewLine);

    public void Clear()
    {
        lock (_gate)
        {
            _text.Clear();
        }
    }

    public override string ToString()
    {
        lock (_gate)
        {
            return _text.ToString();
        }
    }
}
