using System.Xml.Linq;

namespace LocalFunctionsHost.Queues;

internal sealed record StorageResponse(int Status, XElement? Body = null)
{
    public IEnumerable<(string Name, string Value)> Headers { get; init; } = [];
}
