namespace LocalFunctionsHost.Commands;

/// <summary>What there is to know of a message of the Model Context Protocol to carry it; null where it says nothing of the kind.</summary>
/// <param name="Id">The request's id as JSON, by which its answer is known; null for a notification, and for what is no message.</param>
/// <param name="Method">What is asked for.</param>
/// <param name="Name">The tool, the prompt or the resource that is meant.</param>
/// <param name="Version">The version of the protocol, where each message names it.</param>
/// <param name="CancelledId">The id, as JSON, of a request that waits for no answer any more.</param>
internal sealed record McpMessage(string? Id, string? Method, string? Name, string? Version, string? CancelledId)
{
    /// <summary>Reads a line. What is no JSON, or has half a character in it, goes on as it came: the app says what is wrong.</summary>
    public static McpMessage Read(string line)
    {
        try
        {
            var message = JsonElement.Parse(line);
            var parameters = Field(message, "params");
            var method = Text(message, "method");
            return new(
                Id(message, "id"),
                method,
                Text(parameters, "name") ?? Text(parameters, "uri"),
                Text(Field(parameters, "_meta"), "io.modelcontextprotocol/protocolVersion"),
                method is "notifications/cancelled" ? Id(parameters, "requestId") : null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new(null, null, null, null, null);
        }

        static JsonElement Field(JsonElement parent, string name) =>
            parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : default;

        static string? Id(JsonElement parent, string name) =>
            Field(parent, name) is var id && (id.ValueKind == JsonValueKind.Number || Text(parent, name) is not null)
                ? id.GetRawText()
                : null;

        static string? Text(JsonElement parent, string name) =>
            Field(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
    }
}
