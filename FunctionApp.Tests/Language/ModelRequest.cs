using System.Text.Json;

namespace FuseDeskFlows.Tests.Language;

/// <summary>What a model was asked.</summary>
internal sealed record ModelRequest(string Address, string Key, JsonElement Body)
{
    public string System => Message(0);

    public string User => Message(1);

    /// <summary>Who speaks in each message.</summary>
    public IEnumerable<string> Roles =>
        Body.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("role").GetString()!);

    /// <summary>In which format the answer is asked for; null if in none.</summary>
    public string? FormatType => Has("response_format") ? Body.GetProperty("response_format").GetProperty("type").GetString() : null;

    public bool Has(string parameter) => Body.TryGetProperty(parameter, out _);

    /// <summary>The JSON lines of the user message that show history items.</summary>
    public IReadOnlyList<JsonElement> Items =>
    [
        .. User.Split('\n')
            .Where(line => line.StartsWith("{\"item\":", StringComparison.Ordinal))
            .Select(line => JsonElement.Parse(line)),
    ];

    // The question whether a model works at all has but one message.
    private string Message(int index) =>
        index >= Body.GetProperty("messages").GetArrayLength()
            ? ""
            : Body.GetProperty("messages")[index].GetProperty("content") switch
            {
                { ValueKind: JsonValueKind.String } text => text.GetString()!,
                var parts => string.Concat(parts.EnumerateArray().Select(part => part.GetProperty("text").GetString())),
            };
}
