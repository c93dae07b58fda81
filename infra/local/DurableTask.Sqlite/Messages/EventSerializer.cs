using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.Data.Sqlite;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace DurableSqlite.Messages;

/// <summary>History events and messages as JSON: a number says which event it is, and no .NET type name gets into the file.</summary>
internal static class EventSerializer
{
    private static readonly JsonSerializer Json = Create(NullValueHandling.Ignore);
    private static readonly JsonSerializer Whole = Create(NullValueHandling.Include);

    private static readonly Dictionary<EventType, Type> Types = typeof(HistoryEvent).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(HistoryEvent)) && !type.IsAbstract)
        .ToDictionary(type => ((HistoryEvent)RuntimeHelpers.GetUninitializedObject(type)).EventType);

    /// <summary>The columns that <see cref="ReadMessage(SqliteDataReader)"/> reads, of Inbox and of Task.</summary>
    public const string MessageColumns = "Id, InstanceId, ExecutionId, Body";

    public static string Write(object? value) => Write(value, Json);

    /// <summary>With all properties, null or not: as the management API shows histories.</summary>
    public static string WriteWhole(object? value) => Write(value, Whole);

    public static T? Read<T>(string? json) => json is null ? default : Parse(json).ToObject<T>(Json);

    public static string WriteMessage(TaskMessage message) =>
        Write(new MessageEnvelope(message.Event, message.OrchestrationExecutionContext));

    public static TaskMessage ReadMessage(SqliteDataReader row)
    {
        var body = Parse(row.GetString(3));
        return new TaskMessage
        {
            SequenceNumber = row.GetInt64(0),
            OrchestrationInstance = new OrchestrationInstance
            {
                InstanceId = row.GetString(1),
                ExecutionId = row.IsDBNull(2) ? null : row.GetString(2),
            },
            Event = ReadEvent(body[nameof(MessageEnvelope.Event)]!),
            OrchestrationExecutionContext = body[nameof(MessageEnvelope.Context)]?.ToObject<OrchestrationExecutionContext>(Json),
        };
    }

    public static void ReadEvents(string json, List<HistoryEvent> into)
    {
        foreach (var token in (JArray)Parse(json))
        {
            into.Add(ReadEvent(token));
        }
    }

    // A payload that looks like a date stays the text that it is.
    private static JsonSerializer Create(NullValueHandling nulls) => JsonSerializer.Create(new JsonSerializerSettings
    {
        NullValueHandling = nulls,
        ConstructorHandling = ConstructorHandling.AllowNonPublicDefaultConstructor,
        DateParseHandling = DateParseHandling.None,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        ContractResolver = new HistoryContractResolver(),
    });

    private static string Write(object? value, JsonSerializer serializer)
    {
        var text = new StringWriter(new StringBuilder(256), CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text);
        serializer.Serialize(writer, value);
        return text.ToString();
    }

    private static HistoryEvent ReadEvent(JToken token) =>
        (HistoryEvent)token.ToObject(Types[(EventType)(int)token[nameof(HistoryEvent.EventType)]!], Json)!;

    private static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, MaxDepth = null };
        return JToken.Load(reader);
    }
}
