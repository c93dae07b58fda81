using System.Text.Json;

namespace LocalHost.Tests.Oracle.Templates;

/// <summary>Compares a JSON value with a recorded one, in which placeholders stand for what differs from run to run.</summary>
/// <param name="placeholders">What they stand for; grows.</param>
/// <param name="anyOrder">Arrays may have their items in another order: chance decided it.</param>
internal sealed class Comparison(Placeholders placeholders, bool anyOrder)
{
    private readonly List<Difference> _found = [];

    /// <summary>All that differs.</summary>
    public static IReadOnlyList<Difference> Of(Placeholders placeholders, bool anyOrder, string at, JsonElement real, JsonElement here)
    {
        var comparison = new Comparison(placeholders, anyOrder);
        comparison.Compare(at, real, here);
        return comparison._found;
    }

    private void Compare(string at, JsonElement real, JsonElement here)
    {
        if (real.ValueKind == JsonValueKind.String && here.ValueKind is JsonValueKind.String or JsonValueKind.Number)
        {
            CompareTexts(at, real.GetString()!, here.ToString(), isText: here.ValueKind == JsonValueKind.String);
        }
        else if (real.ValueKind == JsonValueKind.Object && here.ValueKind == JsonValueKind.Object)
        {
            CompareObjects(at, real, here);
        }
        else if (real.ValueKind == JsonValueKind.Array && here.ValueKind == JsonValueKind.Array)
        {
            CompareArrays(at, real, here);
        }
        else if (!string.Equals(real.GetRawText(), here.GetRawText(), StringComparison.Ordinal))
        {
            _found.Add(new Difference(at, real.GetRawText(), here.GetRawText()));
        }
    }

    private void CompareTexts(string at, string real, string here, bool isText)
    {
        if (isText && ParseObject(real) is { } realObject && ParseObject(here) is { } hereObject)
        {
            Compare($"{at}~", realObject, hereObject);
        }
        else if ((!isText && !real.StartsWith('{')) || !placeholders.Matches(Texts.Stable(real), Texts.Stable(here)))
        {
            _found.Add(new Difference(at, real, here));
        }
    }

    private void CompareObjects(string at, JsonElement real, JsonElement here)
    {
        foreach (var property in real.EnumerateObject())
        {
            if (here.TryGetProperty(property.Name, out var value))
            {
                Compare($"{at}.{property.Name}", property.Value, value);
            }
            else
            {
                _found.Add(new Difference($"{at}.{property.Name}", property.Value.GetRawText(), "nothing"));
            }
        }

        foreach (var property in here.EnumerateObject().Where(property => !real.TryGetProperty(property.Name, out _)))
        {
            _found.Add(new Difference($"{at}.{property.Name}", "nothing", property.Value.GetRawText()));
        }
    }

    private void CompareArrays(string at, JsonElement real, JsonElement here)
    {
        var (there, left) = (real.EnumerateArray().ToList(), here.EnumerateArray().ToList());
        if (there.Count != left.Count)
        {
            _found.Add(new Difference($"{at}.length", $"{there.Count}: {real.GetRawText()}", $"{left.Count}: {here.GetRawText()}"));
            return;
        }

        for (var i = 0; i < there.Count; i++)
        {
            var match = anyOrder ? left.FindIndex(item => Of(placeholders.Copy(), anyOrder, at, there[i], item).Count == 0) : 0;
            Compare($"{at}[{i}]", there[i], left[Math.Max(match, 0)]);
            left.RemoveAt(Math.Max(match, 0));
        }
    }

    private static JsonElement? ParseObject(string text)
    {
        if (!text.StartsWith('{') || !text.EndsWith('}'))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
