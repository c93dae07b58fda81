using System.Globalization;
using System.Xml.Linq;

namespace LocalFunctionsHost.Queues;

/// <summary>The operations on queues: https://learn.microsoft.com/rest/api/storageservices/operations-on-queues.</summary>
internal sealed class QueueOperations(QueueTable table)
{
    private const int MostListed = 5000;

    public Task<StorageResponse> CreateAsync(HttpRequest request, string queue) => request.Metadata().AnswerAsync(async metadata =>
        (await table.CreateAsync(queue, metadata)).Answer(created =>
            new(created ? StatusCodes.Status201Created : StatusCodes.Status204NoContent)));

    public async Task<StorageResponse> DeleteAsync(string queue) =>
        (await table.DeleteAsync(queue)).Answer(_ => new(StatusCodes.Status204NoContent));

    public Task<StorageResponse> SetMetadataAsync(HttpRequest request, string queue) => request.Metadata().AnswerAsync(async metadata =>
        (await table.SetMetadataAsync(queue, metadata)).Answer(_ => new(StatusCodes.Status204NoContent)));

    public StorageResponse Get(string queue) => table.Get(queue).Answer(found => new(StatusCodes.Status200OK)
    {
        Headers =
        [
            ("x-ms-approximate-messages-count", found.MessageCount.ToString(CultureInfo.InvariantCulture)),
            .. found.Metadata.Select(pair => ($"x-ms-meta-{pair.Key}", pair.Value)),
        ],
    });

    public StorageResponse List(HttpRequest request) => request.Number("maxresults", MostListed, 1, MostListed).Answer(max =>
    {
        var (prefix, marker) = (request.Query["prefix"].ToString(), request.Query["marker"].ToString());
        var withMetadata = request.Query["include"].ToString().Contains("metadata", StringComparison.OrdinalIgnoreCase);

        // One more than asked for is where the next page begins.
        var queues = table.List(prefix, marker, max + 1);
        return new(StatusCodes.Status200OK, new XElement(
            "EnumerationResults",
            new XAttribute("ServiceEndpoint", $"{request.Scheme}://{request.Host}{request.Path}"),
            new XElement("Prefix", prefix),
            new XElement("Marker", marker),
            new XElement("MaxResults", max),
            new XElement("Queues", queues.Take(max).Select(queue => new XElement(
                "Queue",
                new XElement("Name", queue.Name),
                withMetadata ? new XElement("Metadata", queue.Metadata.Select(pair => new XElement(pair.Key, pair.Value))) : null))),
            new XElement("NextMarker", queues.Skip(max).FirstOrDefault()?.Name)));
    });
}
