using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace FuseDeskFlows.EmbeddedHost.Queues;

/// <summary>The answer of a local queue, where Azure's would come by HTTP: success, and nothing more.</summary>
internal sealed class LocalQueueResponse : Response
{
    public static Response Done { get; } = new LocalQueueResponse();

    public static Response<T> Of<T>(T value) => FromValue(value, Done);

    public override int Status => 200;

    public override string ReasonPhrase => "OK";

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = string.Empty;

    public override void Dispose()
    {
        // Shared, and holds nothing.
    }

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = null;
        return false;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = null;
        return false;
    }

    protected override bool ContainsHeader(string name) => false;

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];
}
