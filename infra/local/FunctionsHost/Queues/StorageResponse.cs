using System.Xml.Linq;

namespace LocalFunctionsHost.Queues;

/// <summary>An answer: a status, headers, and a body in XML unless there is none.</summary>
internal sealed record StorageResponse(int Status, XElement? Body = null)
{
    public IEnumerable<(string Name, string Value)> Headers { get; init; } = [];

    public static implicit operator StorageResponse(StorageError error) => new(
        error.Status,
        new XElement(
            "Error",
            new XElement("Code", error.Code),
            new XElement("Message", error.Message),
            error.Details.Select(detail => new XElement(detail.Name, detail.Value))))
    {
        Headers = [("x-ms-error-code", error.Code)],
    };
}
