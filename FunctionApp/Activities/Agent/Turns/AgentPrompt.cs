using System.Globalization;

namespace FuseDeskFlows.Activities.Agent.Turns;

/// <summary>What a model is told of its work as an agent.</summary>
internal static class AgentPrompt
{
    private const string Name = "agent.v1";
    private static readonly Lazy<string> Text = new(Load);

    /// <summary>What it is told at such a time.</summary>
    public static string SystemMessage(DateTimeOffset now) => Text.Value.Replace(
        "{{now}}", now.UtcDateTime.ToString("dddd, d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static string Load()
    {
        using var stream = typeof(AgentPrompt).Assembly.GetManifestResourceStream($"Prompts/{Name}.md")
            ?? throw new InvalidOperationException($"The prompt {Name} is not part of the app.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd();
    }
}
