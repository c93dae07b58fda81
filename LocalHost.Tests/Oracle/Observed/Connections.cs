using System.Net;
using System.Net.Sockets;
using System.Text;
using LocalHost.Tests.Oracle.Hosts;
using LocalHost.Tests.Oracle.Replays;
using LocalHost.Tests.Oracle.Wire;

namespace LocalHost.Tests.Oracle.Observed;

/// <summary>Connections that are used more than once, closed early, or speak something else.</summary>
internal sealed class Connections : IObservation
{
    /// <inheritdoc />
    public bool CanSee(string recording, RecordedStep step) => recording.StartsWith("02e", StringComparison.Ordinal);

    /// <inheritdoc />
    public async Task<object> SeeAsync(RecordedStep step, RestartableHost host, CancellationToken cancellationToken) => step.Index switch
    {
        0 => new { log = await ClosedEarlyAsync(host, cancellationToken) },
        1 => new { statuses = await SideBySideAsync(host.Port, cancellationToken) },
        2 => new { answers = await KeptAliveAsync(host.Port, cancellationToken) },
        3 => new { answer = await SpeakAsync(host.Port, "GET /api/auth/anonymous HTTP/1.0\r\n\r\n", cancellationToken) },
        _ => new { answer = await SpeakAsync(host.Port, "HELLO\r\n\r\n", cancellationToken) },
    };

    private static async Task<IReadOnlyList<object>> ClosedEarlyAsync(RestartableHost host, CancellationToken cancellationToken)
    {
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(IPAddress.Loopback, host.Port, cancellationToken);
            var request = new RawRequest("GET", "/api/slow/5000", new Dictionary<string, string?>(), null);
            await client.GetStream().WriteAsync(request.Head(host.Port), cancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
        }

        var log = await host.Log.UntilAsync("slow", count: 1, cancellationToken);
        return [.. log.Select(line => new { data = line.GetProperty("data") })];
    }

    private static async Task<Dictionary<string, int>> SideBySideAsync(int port, CancellationToken cancellationToken)
    {
        var request = new RawRequest("GET", "/api/slow/1000", new Dictionary<string, string?>(), null);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => RawClient.SendAsync(port, request, cancellationToken)));
        return answers.CountBy(answer => $"{answer.Status}").ToDictionary();
    }

    private static async Task<IReadOnlyList<string>> KeptAliveAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        var answers = new List<string>();
        var buffer = new byte[4096];
        for (var i = 0; i < 3; i++)
        {
            var get = $"GET /api/auth/anonymous HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(get), cancellationToken);
            var answer = "";
            while (!answer.EndsWith("0\r\n\r\n", StringComparison.Ordinal))
            {
                answer += Encoding.ASCII.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer, cancellationToken));
            }

            answers.Add(Recorded(answer));
        }

        return answers;
    }

    private static async Task<string> SpeakAsync(int port, string text, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), cancellationToken);
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        return Recorded(await reader.ReadToEndAsync(cancellationToken));
    }

    /// <summary>In the recording a date's placeholder has eaten the return before the line feed.</summary>
    private static string Recorded(string answer) => answer.Replace(" GMT\r\n", " GMT\n", StringComparison.Ordinal);
}
