using Newtonsoft.Json.Linq;

namespace LocalFunctionsHost.Jobs;

/// <summary>What a trigger tells beside its value: WebJobs' binding data, and what the Functions host adds to it.</summary>
internal static class TriggerData
{
    // What WebJobs keeps for its own binding expressions; it means nothing elsewhere.
    private const string SystemData = "sys";

    /// <summary>The data, by names in whatever letters.</summary>
    public static IReadOnlyDictionary<string, object?> Of(
        FunctionEntry function, TypedData value, IReadOnlyDictionary<string, object?> data, TimeProvider time)
    {
        var all = new Dictionary<string, object?>(data, StringComparer.OrdinalIgnoreCase);
        all.Remove(SystemData);
        if (function.Trigger.Is("timerTrigger"))
        {
            all["TimerTrigger"] = time.GetLocalNow().ToString("MM/dd/yyyy HH:mm:ss", CultureInfo.InvariantCulture);
        }
        else if (function.Trigger.Is("queueTrigger") && value.DataCase is TypedData.DataOneofCase.String)
        {
            // A message's own properties win, whatever they are called.
            foreach (var property in Properties(value.String))
            {
                all[property.Name] = property.Value is JObject nested ? nested : (string?)property.Value;
            }
        }

        return all;
    }

    private static IEnumerable<JProperty> Properties(string message)
    {
        try
        {
            return message.AsSpan().Trim() is ['{', .., '}']
                ? JObject.Parse(message).Properties().Where(property => property.Value.Type is not (JTokenType.Array or JTokenType.Null))
                : [];
        }
        catch (Newtonsoft.Json.JsonException)
        {
            return [];
        }
    }
}
