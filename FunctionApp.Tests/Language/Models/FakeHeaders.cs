using System.ClientModel.Primitives;

namespace FuseDeskFlows.Tests.Language.Models;

/// <summary>Headers of a response.</summary>
internal sealed class FakeHeaders(params (string Name, string Value)[] headers) : PipelineResponseHeaders
{
    private readonly Dictionary<string, string> _headers = headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);

    public override IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _headers.GetEnumerator();

    public override bool TryGetValue(string name, out string? value) => _headers.TryGetValue(name, out value);

    public override bool TryGetValues(string name, out IEnumerable<string>? values)
    {
        values = _headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }
}
