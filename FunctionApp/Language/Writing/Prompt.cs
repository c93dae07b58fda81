using System.Globalization;
using System.Text.RegularExpressions;

namespace FuseDeskFlows.Language.Writing;

/// <summary>
/// A prompt file, an embedded resource. Its name carries its version: whoever changes what it says gives it a new name, so that a report's
/// origin stays traceable. Above the line <c>---</c> is what the model is told, below it how the data is laid out.
/// </summary>
internal sealed partial class Prompt
{
    private const string Divider = "\n---\n";

    private readonly string _system;
    private readonly string _user;

    private Prompt(string name)
    {
        Name = name;
        var parts = Load(name).Split(Divider, 2);
        (_system, _user) = (parts[0].TrimEnd(), parts[1].TrimEnd());
    }

    public static Prompt CaseSummary { get; } = new("case-summary.v1");

    public static Prompt CasePart { get; } = new("case-part.v1");

    /// <summary>The summary of a case from notes and its newest messages.</summary>
    public static Prompt CaseMerge { get; } = new("case-merge.v1");

    public static Prompt ChatIssue { get; } = new("chat-issue.v1");

    /// <summary>A chat, told to the rep who takes it over.</summary>
    public static Prompt ChatSummary { get; } = new("chat-summary.v1");

    /// <summary>The same from notes and its newest messages.</summary>
    public static Prompt ChatMerge { get; } = new("chat-merge.v1");

    public static Prompt DigestLine { get; } = new("digest-line.v1");

    public static Prompt DraftReply { get; } = new("draft-reply.v1");

    /// <summary>Name and version.</summary>
    public string Name { get; }

    /// <summary>What the model is told: never anything that customers wrote.</summary>
    public string SystemMessage(int maxStatements) => Fill(_system, place => place switch
    {
        "rules" => Load("rules.v1").TrimEnd(),
        "most" => maxStatements.ToString(CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"Prompt {Name} has an unknown place: {place}."),
    });

    /// <summary>The data, laid out. What is put in is never searched for places again.</summary>
    public string UserMessage(IReadOnlyDictionary<string, string> data) => Fill(_user, place => data[place]).TrimEnd();

    private static string Fill(string text, Func<string, string> value) =>
        Place().Replace(text, match => value(match.Groups["place"].Value));

    private static string Load(string name)
    {
        using var stream = typeof(Prompt).Assembly.GetManifestResourceStream($"Prompts/{name}.md")
            ?? throw new InvalidOperationException($"The prompt {name} is not part of the app.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"\{\{(?<place>[a-z]{1,20})\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Place();
}
