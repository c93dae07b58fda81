using System.Text;

namespace LocalHost.Tests.Oracle.Wire;

/// <summary>What came back.</summary>
/// <param name="Status">0: the connection was closed without an answer.</param>
/// <param name="Headers">The last one of a name.</param>
/// <param name="Body">Without the frames of its chunks.</param>
/// <param name="IsComplete">False: it was cut off.</param>
public sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body, bool IsComplete)
{
    /// <summary>No answer at all.</summary>
    public static RawAnswer None { get; } = new(0, new Dictionary<string, string>(), "", IsComplete: false);

    /// <summary>Reads an answer; interim ones (100 Continue) are passed over.</summary>
    public static RawAnswer Parse(ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            var end = bytes.IndexOf("\r\n\r\n"u8);
            if (end < 0)
            {
                return None;
            }

            var head = Encoding.Latin1.GetString(bytes[..end]).Split("\r\n");
            var status = int.Parse(head[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
            bytes = bytes[(end + 4)..];
            if (status >= 200)
            {
                return Read(status, head, bytes);
            }
        }
    }

    private static RawAnswer Read(int status, string[] head, ReadOnlySpan<byte> bytes)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in head[1..])
        {
            headers[line[..line.IndexOf(':')]] = line[(line.IndexOf(':') + 1)..].Trim();
        }

        if (headers.GetValueOrDefault("Transfer-Encoding") is not "chunked")
        {
            return new RawAnswer(status, headers, Encoding.UTF8.GetString(bytes), IsComplete: true);
        }

        var body = new MemoryStream();
        while (true)
        {
            var line = bytes.IndexOf("\r\n"u8);
            if (line < 0)
            {
                return new RawAnswer(status, headers, Encoding.UTF8.GetString(body.ToArray()), IsComplete: false);
            }

            var length = Convert.ToInt32(Encoding.ASCII.GetString(bytes[..line]), 16);
            if (length == 0)
            {
                return new RawAnswer(status, headers, Encoding.UTF8.GetString(body.ToArray()), IsComplete: true);
            }

            body.Write(bytes.Slice(line + 2, length));
            bytes = bytes[(line + length + 4)..];
        }
    }
}
