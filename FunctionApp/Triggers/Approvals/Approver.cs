using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Triggers.Approvals;

/// <summary>Who decides.</summary>
/// <param name="Name">The name, or the address that she signs in by.</param>
/// <param name="IdentifiedBy"><c>platform</c> or <c>request</c>.</param>
internal sealed record Approver(string Name, string IdentifiedBy)
{
    /// <summary>The field of a body by which she names herself.</summary>
    public const string Field = "by";

    // Set by Azure's own sign-in (Easy Auth), which takes it out of what comes from outside.
    private const string PrincipalHeader = "X-MS-CLIENT-PRINCIPAL-NAME";

    /// <summary>Who it is: by the platform's sign-in if there is one, whatever the body says.</summary>
    /// <param name="stated">Whom the body names; null if nobody.</param>
    /// <returns>Null if nothing tells.</returns>
    public static Approver? Find(HttpRequest request, string? stated) =>
        request.Headers[PrincipalHeader] is [{ Length: > 0 } principal] ? new(principal, "platform")
        : stated is not null ? new(stated, "request")
        : null;
}
