using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LocalFunctionsHost.Jobs;

/// <summary>Takes what a function handed back to where its output bindings say.</summary>
internal static class OutputBindings
{
    public static async Task WriteAsync(
        FunctionEntry function, InvocationResponse response, Binder binder, CancellationToken cancellationToken)
    {
        foreach (var binding in function.Bindings.Where(b => b.IsOutput && b.Is("queue")))
        {
            var value = binding.Name is "$return"
                ? response.ReturnValue
                : response.OutputData.LastOrDefault(o => string.Equals(o.Name, binding.Name, StringComparison.OrdinalIgnoreCase))?.Data;
            var messages = Messages(WireData.To(value)).ToList();
            if (messages.Count == 0)
            {
                continue;
            }

            var queue = new QueueAttribute(binding.Text("queueName") ?? "") { Connection = binding.Text("connection") };
            var collector = await binder.BindAsync<IAsyncCollector<string>>(queue, cancellationToken);
            foreach (var message in messages)
            {
                await collector.AddAsync(message, cancellationToken);
            }

            await collector.FlushAsync(cancellationToken);
        }
    }

    // A list is as many messages; an object is one, as JSON.
    private static IEnumerable<string> Messages(object? value) => value switch
    {
        null => [],
        string text => [text],
        byte[] bytes => [Encoding.UTF8.GetString(bytes)],
        JArray list => list.Select(Text),
        JToken json => [Text(json)],
        _ => [JsonConvert.SerializeObject(value)],
    };

    private static string Text(JToken json) => json.Type == JTokenType.String ? json.Value<string>()! : json.ToString(Formatting.None);
}
