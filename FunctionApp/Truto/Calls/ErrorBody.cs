using System.Text.Json;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Truto.Calls;

/// <summary>
/// What an error body tells that is safe to repeat: codes, scopes and field names. Free text in it may hold what a customer wrote,
/// so it is left where it is.
/// </summary>
/// <param name="IsRemote">True if FuseDesk answered, false if Truto did.</param>
/// <param name="Code">FuseDesk's error code.</param>
/// <param name="MissingScopes">Scopes that the key lacks.</param>
/// <param name="Fields">Arguments that were found wrong.</param>
internal sealed record ErrorBody(
    bool IsRemote, string? Code, IReadOnlyList<string> MissingScopes, IReadOnlyList<string> Fields)
{
    /// <summary>
    /// Parses a body. The provider's own words are under <c>raw_response</c> or, by an older page of Truto's, under <c>details</c>.
    /// </summary>
    public static ErrorBody Parse(JsonElement? body, string? codeHeader)
    {
        var root = new JsonFields(body ?? default);
        using var parsed = ParseText(root.Element("raw_response", "details"));
        var raw = new JsonFields(parsed?.RootElement ?? root.Element("raw_response"));
        var details = new JsonFields(parsed?.RootElement ?? root.Element("details"));
        var insight = new JsonFields(new JsonFields(root.Element("truto_error_insight")).Element("forbidden_error"));
        var scopes = new JsonFields(insight.Element("value"));
        string?[] codes = [codeHeader, raw.Text("errorcode", "code"), details.Text("errorcode", "code"), root.Text("errorcode")];
        return new(
            root.Flag("truto_is_remote_error") is true,
            codes.FirstOrDefault(IsWord),
            [.. scopes.Words("missing_scopes").Where(IsWord)],
            [.. details.Items("failures").Select(Field).OfType<string>().Where(IsWord)]);
    }

    private static string? Field(JsonElement failure) =>
        new JsonFields(failure).Text("field", "path", "property", "param", "instancePath")?.TrimStart('/');

    private static JsonDocument? ParseText(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(element.GetString()!);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsWord(string? text) =>
        text is { Length: > 0 and <= 64 }
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.' or ':' or '/');
}
