using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LocalFunctionsHost.Commands;

/// <summary>Reads the failure of an orchestration whose input is not what it takes, and says so by the input's fields.</summary>
internal static partial class InputFault
{
    /// <summary>What is wrong with the input.</summary>
    /// <param name="failure">The failure as it is kept: the exception's type and message.</param>
    /// <param name="input">The input as JSON.</param>
    /// <returns>A sentence that names the field; null for a failure that is not about the input.</returns>
    public static string? Of(string? failure, string? input)
    {
        if (failure is null || !failure.StartsWith("System.Text.Json.JsonException", StringComparison.Ordinal))
        {
            return null;
        }

        using var json = JsonDocument.Parse(string.IsNullOrEmpty(input) ? "null" : input);
        if (Unreadable().Match(failure) is { Success: true } wrong)
        {
            return Find(json.RootElement, wrong.Groups["path"].Value) is { } found
                ? Sentence(wrong.Groups["path"].Value, wrong.Groups["type"].Value, found.ValueKind)
                : null;
        }

        return Missing().Match(failure) is { Success: true } missing && json.RootElement.ValueKind == JsonValueKind.Object
            ? $"The input lacks {string.Join(", ", Name().Matches(missing.Groups["names"].Value).Select(name => $"`{name.Groups["name"].Value}`"))}."
            : null;
    }

    // Of a type that is made by its constructor, the failure names that type and not the parameter's.
    private static string Sentence(string path, string type, JsonValueKind value)
    {
        var field = path switch
        {
            // A converter that reads on its own does not know where it stands.
            "$" when value == JsonValueKind.Object => "A field of the input",
            "$" => "The input",
            _ => $"The input's field `{path[1..].TrimStart('.')}`",
        };
        return Kind(type) is { } kind ? $"{field} cannot be read as {kind}." : $"{field} cannot be read: {Kind(value)} is not what belongs there.";
    }

    // Where the input has no such place, the failure is about something else that the orchestration read.
    private static JsonElement? Find(JsonElement element, string path)
    {
        foreach (Match step in Step().Matches(path))
        {
            if (step.Groups["index"] is { Success: true } index)
            {
                if (element.ValueKind != JsonValueKind.Array || int.Parse(index.ValueSpan, CultureInfo.InvariantCulture) is var i && i >= element.GetArrayLength())
                {
                    return null;
                }

                element = element[i];
            }
            else if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(step.Groups["name"].Value, out element))
            {
                return null;
            }
        }

        return element;
    }

    private static string Kind(JsonValueKind value) => value switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    private static string? Kind(string type)
    {
        if (Nullable().Match(type) is { Success: true } nullable)
        {
            return Kind(nullable.Groups["type"].Value);
        }

        return type switch
        {
            "System.String" => "a text",
            "System.Boolean" => "true or false",
            "System.Int16" or "System.Int32" or "System.Int64" or "System.UInt32" or "System.UInt64" or "System.Byte" => "a whole number",
            "System.Single" or "System.Double" or "System.Decimal" => "a number",
            "System.DateTime" or "System.DateTimeOffset" => "a date and time (ISO 8601)",
            "System.DateOnly" => "a date (ISO 8601)",
            "System.TimeSpan" => "a time (hh:mm:ss)",
            "System.Guid" => "a UUID",
            _ when type.EndsWith("[]", StringComparison.Ordinal) || type.StartsWith("System.Collections.", StringComparison.Ordinal) => "a list",
            _ => null,
        };
    }

    [GeneratedRegex(@"could not be converted to (?<type>.+?)\. Path: (?<path>\$.*?) \|", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unreadable();

    [GeneratedRegex("missing required properties including: (?<names>.+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();

    [GeneratedRegex("'(?<name>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"\[(?<index>\d+)\]|\['(?<name>[^']+)'\]|\.(?<name>[^.\[]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Step();

    [GeneratedRegex(@"^System\.Nullable`1\[+(?<type>[^\],]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Nullable();
}
