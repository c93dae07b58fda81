using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace DurableSqlite.Messages;

/// <summary>History events and messages as JSON: a number says which event it is, and no .NET type name gets into the file.</summary>
internal static class EventSerializer
{
    /// <summary>The columns that <see cref="ReadMessage(SqliteDataReader)"/> reads, of Inbox and of Task.</summary>
    public const string MessageColumns = "Id, InstanceId, ExecutionId, Body";

    private static readonly JsonSerializer Json = Create(NullValueHandling.Ignore);
    private static readonly JsonSerializer Whole = Create(NullValueHandling.Include);

    private static readonly Dictionary<EventType, Type> Types = HistoryEvent.KnownTypes().ToDictionary(type => Create(type).EventType);

    public static string Write(object? value) => Write(value, Json);

    /// <summary>With all properties, null or not: as the management API shows histories.</summary>
    public static string WriteWhole(object? value) => Write(value, Whole);

    public static T? Read<T>(string? json) => json is null ? default : Parse(json).ToObject<T>(Json);

    public static string WriteMessage(TaskMessage message) => Write(new { message.Event, Context = message.OrchestrationExecutionContext });

    public static TaskMessage ReadMessage(SqliteDataReader row)
    {
        var body = Parse(row.GetString(3));
        OrchestrationInstance receiver = new() { InstanceId = row.GetString(1), ExecutionId = row.IsDBNull(2) ? null : row.GetString(2) };
        return new TaskMessage
        {
            SequenceNumber = row.GetInt64(0),
            OrchestrationInstance = receiver,
            Event = ReadEvent(body["Event"]!),
            OrchestrationExecutionContext = body["Context"]?.ToObject<OrchestrationExecutionContext>(Json),
        };
    }

    public static IEnumerable<HistoryEvent> ReadEvents(string json) => Parse(json).Select(ReadEvent);

    // A payload that looks like a date stays the text that it is.
    private static JsonSerializer Create(NullValueHandling nulls) => JsonSerializer.Create(new JsonSerializerSettings
    {
        NullValueHandling = nulls,
        ConstructorHandling = ConstructorHandling.AllowNonPublicDefaultConstructor,
        DateParseHandling = DateParseHandling.None,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
    });

    private static string Write(object? value, JsonSerializer serializer)
    {
        var text = new StringWriter(new StringBuilder(256), CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text);
        serializer.Serialize(writer, value);
        return text.ToString();
    }

    private static HistoryEvent ReadEvent(JToken token)
    {
        var read = Create(Types[(EventType)(int)token[nameof(HistoryEvent.EventType)]!]);
        Json.Populate(token.CreateReader(), read);
        return read;
    }

    /// <summary>Without a constructor: several events have none that a serializer could call.</summary>
    private static HistoryEvent Create(Type type) => (HistoryEvent)RuntimeHelpers.GetUninitializedObject(type);

    public static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, MaxDepth = null };
        return JToken.Load(reader);
    }
}
