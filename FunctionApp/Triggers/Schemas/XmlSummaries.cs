using System.Reflection;
using System.Xml.Linq;

namespace FuseDeskFlows.Triggers.Schemas;

/// <summary>What the documentation beside the app says of its types and properties; nothing where it is not there.</summary>
internal static class XmlSummaries
{
    private static readonly Lazy<Dictionary<string, string>> All = new(Load);

    public static string? Of(MemberInfo member) => member is Type type
        ? All.Value.GetValueOrDefault($"T:{type.FullName}")
        : All.Value.GetValueOrDefault($"P:{member.DeclaringType?.FullName}.{member.Name}");

    private static Dictionary<string, string> Load()
    {
        var file = Path.ChangeExtension(typeof(XmlSummaries).Assembly.Location, ".xml");
        return !File.Exists(file) ? [] : XDocument.Load(file).Descendants("member")
            .Select(member => (Name: member.Attribute("name")?.Value, Summary: member.Element("summary")))
            .Where(member => member is { Name: not null, Summary: not null })
            .ToDictionary(member => member.Name!, member => Text(member.Summary!), StringComparer.Ordinal);
    }

    private static string Text(XElement summary) => string.Join(' ', string.Concat(summary.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => see.Attribute("cref")?.Value.Split('.')[^1] ?? "",
        XElement element => element.Value,
        _ => "",
    })).Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
