namespace LocalHost.Tests.Oracle.Wire;

/// <summary>What is sent: nothing is added to it but Host, Connection and the length of the body.</summary>
/// <param name="Method">As it stands in the request line.</param>
/// <param name="Path">With its query; each character is one byte on the wire.</param>
/// <param name="Headers">A null value leaves out a header that would be added.</param>
/// <param name="Body">Null: no body and no Content-Length.</param>
public sealed record RawRequest(string Method, string Path, IReadOnlyDictionary<string, string?> Headers, byte[]? Body)
{
    /// <summary>The body goes in chunks.</summary>
    public bool IsChunked => Headers.TryGetValue("Transfer-Encoding", out var encoding) && encoding is "chunked";

    /// <summary>The request line and the headers as they are sent to a port of the loopback.</summary>
    public byte[] Head(int port)
    {
        var headers = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Host"] = $"localhost:{port}",
            ["Connection"] = "close",
        };
        if (Body is not null && !IsChunked)
        {
            headers["Content-Length"] = $"{Body.Length}";
        }

        foreach (var (name, value) in Headers)
        {
            headers[name] = value;
        }

        var lines = headers.Where(header => header.Value is not null).Select(header => $"{header.Key}: {header.Value}\r\n");
        return System.Text.Encoding.Latin1.GetBytes($"{Method} {Path} HTTP/1.1\r\n{string.Concat(lines)}\r\n");
    }
}
