using LocalFunctionsHost.Functions;
using LocalFunctionsHost.Worker;
using Microsoft.Azure.WebJobs;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LocalFunctionsHost.Jobs;

/// <summary>Takes what a function handed back to where its output bindings say.</summary>
internal static class OutputBindings
{
    private const string Return = "$return";

    /// <summary>Writes the messages of a function that succeeded.</summary>
    public static async Task WriteAsync(FunctionEntry function, InvocationResult result, Binder binder, CancellationToken cancellationToken)
    {
        foreach (var binding in function.Bindings.Where(b => b.IsOutput && b.Is("queue")))
        {
            var value = string.Equals(binding.Name, Return, StringComparison.Ordinal) ? result.Return : result.Outputs.GetValueOrDefault(binding.Name);
            var messages = Messages(value).ToList();
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
        byte[] bytes => [System.Text.Encoding.UTF8.GetString(bytes)],
        JArray list => list.Select(Text),
        JToken json => [Text(json)],
        _ => [JsonConvert.SerializeObject(value)],
    };

    private static string Text(JToken json) => json.Type == JTokenType.String ? json.Value<string>()! : json.ToString(Formatting.None);
}
