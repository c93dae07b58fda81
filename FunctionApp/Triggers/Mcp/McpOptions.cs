namespace FuseDeskFlows.Triggers.Mcp;

/// <summary>How other assistants are served: configuration section <c>Mcp</c>.</summary>
public sealed class McpOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Mcp";

    /// <summary>How long a call waits for a report; then it answers with the run's id, and <c>get_run</c> goes on.</summary>
    public TimeSpan Wait { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// The origins of pages that may call, separated by commas, such as <c>https://chat.example.com</c>. Programs, which send no
    /// origin, and pages of this machine always may.
    /// </summary>
    public string AllowedOrigins { get; set; } = "";
}
