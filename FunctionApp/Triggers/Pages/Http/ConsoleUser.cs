namespace FuseDeskFlows.Triggers.Pages.Http;

/// <summary>Who looks at the console.</summary>
/// <param name="Name">How approvals name the person; empty where nobody signs in: the name is asked for then.</param>
/// <param name="MayApprove">Whether the person may approve writes.</param>
/// <param name="IsSignedIn">False where nobody signs in: at one's own machine.</param>
internal sealed record ConsoleUser(string Name, bool MayApprove, bool IsSignedIn);
