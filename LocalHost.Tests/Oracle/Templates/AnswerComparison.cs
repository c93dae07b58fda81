using System.Globalization;
using System.Text.Json;
using LocalHost.Tests.Oracle.Wire;

namespace LocalHost.Tests.Oracle.Templates;

/// <summary>Compares an answer with a recorded one: status, headers, body.</summary>
internal static class AnswerComparison
{
    /// <summary>Headers whose values say what the body says, or when.</summary>
    private static readonly HashSet<string> PresenceOnly = new(StringComparer.OrdinalIgnoreCase) { "Content-Length", "Date" };

    /// <summary>All that differs; with another status, only that and what is said with it.</summary>
    public static IReadOnlyList<Difference> Of(Placeholders placeholders, bool anyOrder, JsonElement recorded, RawAnswer answer)
    {
        var status = recorded.GetProperty("status").ToString();
        var here = answer.Status.ToString(CultureInfo.InvariantCulture);
        if (!string.Equals(status, here, StringComparison.Ordinal))
        {
            return [new Difference("status", status, answer.Body.Length == 0 ? here : $"{here} {answer.Body}")];
        }

        return [.. Headers(placeholders, recorded.GetProperty("headers"), answer), .. Body(placeholders, anyOrder, recorded, answer)];
    }

    private static IEnumerable<Difference> Headers(Placeholders placeholders, JsonElement recorded, RawAnswer answer)
    {
        foreach (var header in recorded.EnumerateObject())
        {
            var (real, here) = (header.Value.GetString()!, answer.Headers.GetValueOrDefault(header.Name));
            if (here is null || (!PresenceOnly.Contains(header.Name) && !placeholders.Matches(real, here)))
            {
                yield return new Difference($"header {header.Name}", real, here ?? "nothing");
            }
        }

        foreach (var (name, value) in answer.Headers)
        {
            if (!recorded.EnumerateObject().Any(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                yield return new Difference($"header {name}", "nothing", value);
            }
        }
    }

    private static IReadOnlyList<Difference> Body(Placeholders placeholders, bool anyOrder, JsonElement recorded, RawAnswer answer)
    {
        if (recorded.TryGetProperty("bodyComplete", out var complete) && complete.GetBoolean() != answer.IsComplete)
        {
            return [new Difference("body", complete.GetBoolean() ? "whole" : "cut off", answer.IsComplete ? "whole" : "cut off")];
        }

        if (recorded.TryGetProperty("json", out var json))
        {
            try
            {
                using var document = JsonDocument.Parse(answer.Body);
                return Comparison.Of(placeholders, anyOrder, "$", json, document.RootElement.Clone());
            }
            catch (JsonException)
            {
                return [new Difference("body", json.GetRawText(), answer.Body)];
            }
        }

        var text = recorded.GetProperty("body").GetString()!;
        return placeholders.Matches(Texts.Stable(text), Texts.Stable(answer.Body)) ? [] : [new Difference("body", text, answer.Body)];
    }
}
