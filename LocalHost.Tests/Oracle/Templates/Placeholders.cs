using System.Text;
using System.Text.RegularExpressions;

namespace LocalHost.Tests.Oracle.Templates;

/// <summary>
/// The values behind the placeholders of a recording: <c>{guid1}</c> is the same value wherever it stands in it, <c>{time}</c> any time.
/// </summary>
/// <param name="port">The port of the host that is asked.</param>
internal sealed partial class Placeholders(int port)
{
    private const string Identifier = "[0-9a-fA-F-]{32,64}";
    private Dictionary<string, string> _bound = [];

    /// <summary>A copy, for a comparison that may be thrown away.</summary>
    public Placeholders Copy() => new(port) { _bound = new Dictionary<string, string>(_bound) };

    /// <summary>Whether a text is as recorded; what stands for an unknown placeholder is remembered if so.</summary>
    public bool Matches(string recorded, string here)
    {
        if (!Placeholder().IsMatch(recorded))
        {
            return string.Equals(recorded, here, StringComparison.Ordinal);
        }

        var match = Regex.Match(here, Pattern(recorded), RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
        foreach (var group in match.Groups.Values.Where(group => group.Success && group.Name.StartsWith("p_", StringComparison.Ordinal)))
        {
            _bound.TryAdd(group.Name[2..], group.Value);
        }

        return match.Success;
    }

    /// <summary>What is sent for a recorded text.</summary>
    /// <param name="recorded">With placeholders.</param>
    /// <param name="values">By placeholder, what is to stand for those that have no number.</param>
    public string Fill(string recorded, IReadOnlyDictionary<string, string> values) => Placeholder().Replace(recorded, match =>
    {
        var name = match.Groups["kind"].Value + match.Groups["number"].Value;
        if (values.TryGetValue(name, out var value))
        {
            return value;
        }

        return name switch
        {
            "host" => $"localhost:{port}",
            "key" => "local",
            _ when match.Groups["number"].Length > 0 => Bind(name),
            _ => throw new InvalidOperationException($"The plan has no value for {match.Value} in {recorded}."),
        };
    });

    [GeneratedRegex(
        @"\{(?<kind>guid|id|time|usdate|httpdate|host|port|key|token|app|src|path|machine(Id)?|number|popReceipt|page)(?<number>\d*)\}",
        RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Placeholder();

    private string Bind(string name)
    {
        if (!_bound.TryGetValue(name, out var value))
        {
            _bound[name] = value = Guid.NewGuid().ToString("N");
        }

        return value;
    }

    private string Pattern(string recorded)
    {
        var pattern = new StringBuilder("^");
        var seen = new HashSet<string>();
        var from = 0;
        foreach (Match match in Placeholder().Matches(recorded))
        {
            pattern.Append(Regex.Escape(recorded[from..match.Index])).Append(Pattern(match, seen));
            from = match.Index + match.Length;
        }

        return pattern.Append(Regex.Escape(recorded[from..])).Append('$').ToString();
    }

    private string Pattern(Match placeholder, HashSet<string> seen)
    {
        var name = placeholder.Groups["kind"].Value + placeholder.Groups["number"].Value;
        return placeholder.Groups["kind"].Value switch
        {
            "guid" or "id" when _bound.TryGetValue(name, out var value) => Regex.Escape(value),
            "guid" or "id" => seen.Add(name) ? $"(?<p_{name}>{Identifier})" : $@"\k<p_{name}>",
            "time" => @"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?",
            "usdate" => @"\d\d/\d\d/\d{4} \d\d:\d\d:\d\d",
            "httpdate" => @"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT",
            "host" => $"(localhost|127\\.0\\.0\\.1):{port}",
            "port" or "number" => @"[-+\d.eE]+",
            "key" => @"[\w=%.~-]+",
            _ => ".*?",
        };
    }
}
