using System.Collections;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.EmbeddedHost.Queues;

/// <summary>Writes functions' results to queues.</summary>
internal sealed class QueueWriter(QueueProvider queues, IOptions<JsonSerializerOptions> json)
{
    /// <summary>Writes a result: nothing for null, a message for each item of a list, else one message.</summary>
    public async Task WriteAsync(QueueAddress address, object? value, CancellationToken cancellationToken)
    {
        if (value is null)
        {
            return;
        }

        var queue = queues.Get(address);
        var items = value is IEnumerable list and not (string or byte[]) && value is not IDictionary ? list : new[] { value };
        foreach (var item in items)
        {
            if (item is not null)
            {
                await queue.SendAsync(Body(item), cancellationToken);
            }
        }
    }

    private BinaryData Body(object value) => value switch
    {
        string text => BinaryData.FromString(text),
        byte[] bytes => BinaryData.FromBytes(bytes),
        BinaryData data => data,
        _ => BinaryData.FromString(JsonSerializer.Serialize(value, value.GetType(), json.Value)),
    };
}
