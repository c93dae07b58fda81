using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace LocalFunctionsHost.Commands;

/// <summary>Reads the failure of an orchestration whose input is not what it takes, and says so by the input's fields.</summary>
internal static partial class InputFault
{
    /// <summary>A sentence that names the field; null where the failure (type and message) is not about the input (JSON).</summary>
    public static string? Of(string? failure, string? input)
    {
        if (failure is null || !failure.StartsWith("System.Text.Json.JsonException", StringComparison.Ordinal))
        {
            return null;
        }

        var json = JToken.Parse(string.IsNullOrEmpty(input) ? "null" : input);
        if (Unreadable().Match(failure) is { Success: true } wrong)
        {
            // Where the input has no such place, the failure is about something else that the orchestration read.
            var path = wrong.Groups["path"].Value;
            return Find(json, path) is { } found ? Sentence(path, wrong.Groups["type"].Value, found.Type) : null;
        }

        return Missing().Match(failure) is { Success: true } missing && json is JObject
            ? $"The input lacks {missing.Groups["names"].Value.Replace('\'', '`')}."
            : null;
    }

    // Of a type that is made by its constructor, the failure names that type and not the parameter's.
    private static string Sentence(string path, string type, JTokenType found)
    {
        var field = path switch
        {
            // A converter that reads on its own does not know where it stands.
            "$" when found == JTokenType.Object => "A field of the input",
            "$" => "The input",
            _ => $"The input's field `{path[1..].TrimStart('.')}`",
        };
        return Kind(type) is { } kind
            ? $"{field} cannot be read as {kind}."
            : $"{field} cannot be read: {Kind(found)} is not what belongs there.";
    }

    private static JToken? Find(JToken json, string path)
    {
        try
        {
            return json.SelectToken(path);
        }
        catch (Newtonsoft.Json.JsonException)
        {
            // A name with an apostrophe in it: such a path nobody can read.
            return null;
        }
    }

    private static string Kind(JTokenType found) => found switch
    {
        JTokenType.Object => "an object",
        JTokenType.Array => "a list",
        JTokenType.Integer or JTokenType.Float => "a number",
        JTokenType.Boolean => "true or false",
        JTokenType.Null => "null",
        _ => "a text",
    };

    private static string? Kind(string type) => type switch
    {
        "System.String" => "a text",
        "System.Boolean" => "true or false",
        "System.Int16" or "System.Int32" or "System.Int64" or "System.UInt32" or "System.UInt64" or "System.Byte" => "a whole number",
        "System.Single" or "System.Double" or "System.Decimal" => "a number",
        "System.DateTime" or "System.DateTimeOffset" => "a date and time (ISO 8601)",
        "System.DateOnly" => "a date (ISO 8601)",
        "System.TimeSpan" => "a time (hh:mm:ss)",
        "System.Guid" => "a UUID",
        _ when type.EndsWith(']') || type.StartsWith("System.Collections.", StringComparison.Ordinal) => "a list",
        _ => null,
    };

    [GeneratedRegex(
        @"could not be converted to (System\.Nullable`1\[(?<type>.+?)\]|(?<type>.+?))\. Path: (?<path>\$.*?) \|",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Unreadable();

    [GeneratedRegex("missing required properties including: (?<names>'[^']+'(, '[^']+')*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();
}
