using System.Globalization;
using LocalFunctionsHost.Functions;
using LocalFunctionsHost.Worker.Wire;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LocalFunctionsHost.Jobs;

/// <summary>What a trigger tells beside its value: WebJobs' binding data, and what the Functions host adds to it.</summary>
internal static class TriggerData
{
    private const string Timer = "TimerTrigger";

    /// <summary>The data, by names in whatever letters.</summary>
    /// <param name="function">The function that is triggered.</param>
    /// <param name="value">The trigger's value.</param>
    /// <param name="data">WebJobs' binding data.</param>
    /// <param name="time">The clock of timers.</param>
    public static IReadOnlyDictionary<string, object?> Of(
        FunctionEntry function, TypedData value, IReadOnlyDictionary<string, object?> data, TimeProvider time)
    {
        if (function.Trigger.Is("queueTrigger") && value.DataCase is TypedData.DataOneofCase.String)
        {
            return WithPropertiesOf(value.String, data);
        }

        return function.Trigger.Is("timerTrigger")
            ? With(data, [new(Timer, time.GetLocalNow().ToString("MM/dd/yyyy HH:mm:ss", CultureInfo.InvariantCulture))])
            : data;
    }

    // A message's own properties win, whatever they are called.
    private static IReadOnlyDictionary<string, object?> WithPropertiesOf(string message, IReadOnlyDictionary<string, object?> data)
    {
        if (message.AsSpan().Trim() is not ['{', .., '}'])
        {
            return data;
        }

        try
        {
            var properties = JObject.Parse(message).Properties().Where(IsShown);
            return With(data, properties.Select(property => KeyValuePair.Create(property.Name, Value(property))));
        }
        catch (JsonException)
        {
            return data;
        }
    }

    private static bool IsShown(JProperty property) => property.Value.Type is not (JTokenType.Array or JTokenType.Null);

    private static object? Value(JProperty property) => property.Value is JObject nested ? nested : (string?)property.Value;

    private static Dictionary<string, object?> With(
        IReadOnlyDictionary<string, object?> data, IEnumerable<KeyValuePair<string, object?>> more)
    {
        var all = new Dictionary<string, object?>(data, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in more)
        {
            all[name] = value;
        }

        return all;
    }
}
