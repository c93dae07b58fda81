namespace FuseDeskFlows.Triggers.Pages.Access;

/// <summary>Who may open the console: configuration section <c>Console</c>.</summary>
public sealed class ConsoleOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Console";

    /// <summary>Whoever works at this machine, if this is no machine of Azure.</summary>
    public const string Local = "local";

    /// <summary>Whoever has signed in at Microsoft Entra, by App Service's own authentication.</summary>
    public const string Entra = "entra";

    /// <summary><see cref="Local"/> or <see cref="Entra"/>; empty: nobody.</summary>
    public string Access { get; set; } = "";

    /// <summary>The object id of the Entra group whose members may approve writes; empty: nobody who signs in may.</summary>
    public string ApproverGroup { get; set; } = "";
}
