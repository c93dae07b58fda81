using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.Triggers.Approvals;

/// <summary>Who decides.</summary>
/// <param name="Name">The name, or the address that she signs in by.</param>
/// <param name="IdentifiedBy"><c>platform</c> or <c>request</c>.</param>
internal sealed record Approver(string Name, string IdentifiedBy)
{
    /// <summary>The field of a body by which she names herself.</summary>
    public const string Field = "by";

    /// <summary>Who it is: by the platform's sign-in if there is one, whatever the body says.</summary>
    /// <param name="request">The request, whose header counts only where the platform writes it.</param>
    /// <param name="platform">What the platform tells of itself, by the environment.</param>
    /// <param name="stated">Whom the body names; null if nobody.</param>
    /// <returns>Null if nothing tells.</returns>
    public static Approver? Find(HttpRequest request, IConfiguration platform, string? stated) =>
        PlatformSignIn.FindName(request, platform) is { } name ? new(name, "platform")
        : stated is not null ? new(stated, "request")
        : null;
}
