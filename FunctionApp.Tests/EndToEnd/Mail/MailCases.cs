using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace FuseDeskFlows.Tests.EndToEnd.Mail;

/// <summary>The cases and the chat beside this file, as FuseDesk's API answers them.</summary>
internal static class MailCases
{
    private static readonly Dictionary<string, string> Files = Directory
        .EnumerateFiles(Folder(), "*.json", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText, StringComparer.Ordinal);

    /// <summary>All of their names.</summary>
    public static IEnumerable<string> Names => Files.Keys.Order(StringComparer.Ordinal);

    /// <summary>All cases, as a list tells them.</summary>
    public static IEnumerable<JsonNode> Listed => Names.Select(Read).Where(read => read["caseid"] is not null).Select(WithoutHistory);

    public static JsonNode Read(string name) => JsonNode.Parse(Files[name])!;

    /// <summary>The case of an id; null if there is none.</summary>
    public static JsonNode? Find(long id) => Names.Select(Read).FirstOrDefault(read => read["caseid"]?.GetValue<long>() == id);

    private static JsonNode WithoutHistory(JsonNode whole)
    {
        whole.AsObject().Remove("history");
        return whole;
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
