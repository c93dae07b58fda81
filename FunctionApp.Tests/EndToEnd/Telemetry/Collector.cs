using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using FuseDeskFlows.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace FuseDeskFlows.Tests.EndToEnd.Telemetry;

/// <summary>An OpenTelemetry collector: takes OTLP over HTTP and keeps every byte.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private const string Grpc = "application/grpc";

    private LoopbackServer? _server;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();
    private readonly ConcurrentQueue<string> _contentTypes = new();

    private Collector()
    {
    }

    /// <summary>The settings that make the app export here, soon.</summary>
    public (string Name, string Value)[] Settings =>
    [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", _server!.Url.AbsoluteUri.TrimEnd('/')),
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ("OTEL_SERVICE_NAME", "flows-under-test"),
        ("OTEL_BSP_SCHEDULE_DELAY", "50"),
        ("OTEL_BLRP_SCHEDULE_DELAY", "50"),
        ("OTEL_METRIC_EXPORT_INTERVAL", "100"),
    ];

    public IReadOnlyList<string> ContentTypes => [.. _contentTypes.Distinct(StringComparer.Ordinal)];

    /// <summary>All spans so far.</summary>
    public IReadOnlyList<ReceivedSpan> Spans =>
    [
        .. from scope in Down("/v1/traces", 1, 2)
        let source = string.Concat(scope.All(1, 1).Select(name => name.Text))
        from span in scope.All(2)
        select new ReceivedSpan(
            One(span, 1)?.Hex ?? "",
            One(span, 2)?.Hex ?? "",
            One(span, 4)?.Hex ?? "",
            One(span, 5)!.Text,
            One(span, 6)?.Scalar ?? 0,
            source,
            Tags(span, 9),
            span.All(15, 3).Any(code => code.Scalar == 2)),
    ];

    /// <summary>Every log line so far.</summary>
    public IReadOnlyList<string> Logs =>
        [.. Down("/v1/logs", 1, 2, 2).Select(line => string.Concat(line.All(5, 1).Select(body => body.Text)))];

    /// <summary>The resource's attributes.</summary>
    public IReadOnlyDictionary<string, string> Resource => Tags(Down("/v1/traces", 1, 1).First(), 1);

    /// <summary>Everything that came, as text; strings are UTF-8 in protobuf, so that a word is found wherever it stands.</summary>
    public string Everything => string.Concat(_received.Select(request => Encoding.UTF8.GetString(request.Body)));

    /// <summary>What came, request by request.</summary>
    public IReadOnlyList<byte[]> Bodies => [.. _received.Select(request => request.Body)];

    public IReadOnlyList<string> Paths => [.. _received.Select(request => request.Path).Distinct(StringComparer.Ordinal)];

    /// <summary>Starts it, for OTLP over HTTP or over gRPC.</summary>
    public static async Task<Collector> StartAsync(bool grpc = false)
    {
        var collector = new Collector();
        collector._server = await LoopbackServer.StartAsync(collector.TakeAsync, grpc ? HttpProtocols.Http2 : HttpProtocols.Http1);
        return collector;
    }

    /// <summary>The newest value of a metric whose tags are these: a sum, a gauge's value, or a histogram's count.</summary>
    public double? Metric(string name, params (string Name, string Value)[] tags) =>
        Points(name)
            .Where(point =>
                tags.All(tag =>
                    point.Tags.TryGetValue(tag.Name, out var value) && string.Equals(value, tag.Value, StringComparison.Ordinal)))
            .GroupBy(
                point => string.Join(',', point.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal)),
                point => point.Value,
                StringComparer.Ordinal)
            .Select(series => (double?)series.Last())
            .Aggregate((double?)null, (sum, value) => (sum ?? 0) + value);

    /// <summary>All points of a metric in their order.</summary>
    public IReadOnlyList<(IReadOnlyDictionary<string, string> Tags, double Value)> Points(string name) =>
    [
        .. from metric in Metrics(name)
        from point in metric
            .All(5, 1)
            .Concat(metric.All(7, 1))
            .Select(point => (Tags(point, 7), One(point, 4)?.Double ?? (long)(One(point, 6)?.Scalar ?? 0)))
            .Concat(metric.All(9, 1).Select(point => (Tags(point, 9), (double)(One(point, 4)?.Scalar ?? 0))))
        select point,
    ];

    public IReadOnlyList<string> MetricNames =>
        [.. Down("/v1/metrics", 1, 2, 2).Select(metric => One(metric, 1)!.Text).Distinct(StringComparer.Ordinal)];

    /// <summary>Waits until it holds.</summary>
    public async Task UntilAsync(Func<Collector, bool> condition)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(3));
        while (!condition(this))
        {
            Assert.False(
                deadline.IsCancellationRequested,
                string.Join('\n', Spans.Select(span => $"{span.Trace} {span.Name}").Concat(Logs).Concat(MetricNames)));
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A body as text, unpacked if it is packed.</summary>
    public static string Inflate(byte[] body)
    {
        if (body is not [0x1F, 0x8B, ..])
        {
            return Encoding.UTF8.GetString(body);
        }

        using var text = new StreamReader(new GZipStream(new MemoryStream(body), CompressionMode.Decompress), Encoding.UTF8);
        return text.ReadToEnd();
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        _contentTypes.Enqueue(http.Request.ContentType ?? "");
        if (string.Equals(http.Request.ContentType, Grpc, StringComparison.Ordinal))
        {
            // One message: a flag, its length, itself; the answer is an empty one, and that all is well.
            _received.Enqueue((http.Request.Path, body.ToArray()[5..]));
            http.Response.ContentType = Grpc;
            http.Response.DeclareTrailer("grpc-status");
            await http.Response.Body.WriteAsync(new byte[5], http.RequestAborted);
            http.Response.AppendTrailer("grpc-status", "0");
            return;
        }

        _received.Enqueue((http.Request.Path, body.ToArray()));
        http.Response.ContentType = "application/x-protobuf";
    }

    private IEnumerable<WireField> Metrics(string name) =>
        Down("/v1/metrics", 1, 2, 2).Where(metric => string.Equals(One(metric, 1)!.Text, name, StringComparison.Ordinal));

    private IEnumerable<WireField> Down(string path, params int[] steps) => WireField.Down(
        _received
            .Where(request => string.Equals(request.Path, path, StringComparison.Ordinal))
            .Select(request => new WireField(0, 0, request.Body)),
        steps);

    private static WireField? One(WireField message, int number) => message.Fields.FirstOrDefault(field => field.Number == number);

    private static Dictionary<string, string> Tags(WireField message, int number)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in message.All(number))
        {
            var value = tag.All(2).SelectMany(any => any.Fields).FirstOrDefault();
            tags[One(tag, 1)!.Text] = value switch
            {
                null => "",
                { Number: 1 } => value.Text,
                { Number: 4 } => value.Double.ToString(CultureInfo.InvariantCulture),
                _ => ((long)value.Scalar).ToString(CultureInfo.InvariantCulture),
            };
        }

        return tags;
    }
}
