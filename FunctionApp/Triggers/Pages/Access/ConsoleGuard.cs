using System.Net;
using FuseDeskFlows.Reports.Pages;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Pages.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers.Pages.Access;

/// <summary>
/// Lets in who may see the console. Without a setting that says who that is, or where the platform does not bear it out, nobody.
/// </summary>
/// <param name="options">The setting.</param>
/// <param name="platform">What the platform tells of itself, by the environment.</param>
public sealed class ConsoleGuard(IOptions<ConsoleOptions> options, IConfiguration platform)
{
    // Every site of Azure has it; Core Tools and the local host have not.
    private const string OnAzure = "WEBSITE_INSTANCE_ID";

    /// <summary>Tells who asks for a page.</summary>
    internal ConsoleEntry Enter(HttpRequest request) => options.Value.Access switch
    {
        ConsoleOptions.Local => EnterLocally(request),
        ConsoleOptions.Entra => EnterSignedIn(request),
        _ => Refuse("The console is closed", "Set Console:Access to say who may open it: local on a machine of one's own, entra on Azure."),
    };

    /// <summary>Tells who sends a form; only the console's own pages can.</summary>
    internal ConsoleEntry EnterToPost(HttpRequest request) =>
        // No page can write this header: the browser says itself which site the form was on.
        request.Headers["Sec-Fetch-Site"] is ["same-origin"]
            ? Enter(request)
            : Refuse("Not sent by the console", "Only the console's own forms are taken. Use a browser that tells where a form was.");

    private ConsoleEntry EnterLocally(HttpRequest request)
    {
        if (!string.IsNullOrEmpty(platform[OnAzure]))
        {
            return Refuse("The console is closed", "Console:Access is local, but this is Azure: set it to entra.");
        }

        var headers = request.Headers;
        var isLocal = request.HttpContext.Connection.RemoteIpAddress is var address && (address is null || IPAddress.IsLoopback(address))
            && IsLoopback(request.Host.Host)
            && headers["X-Forwarded-Host"].All(host => IsLoopback(new HostString(host ?? "").Host))
            && headers["X-Forwarded-For"].All(sender => IPAddress.TryParse(sender, out var ip) && IPAddress.IsLoopback(ip))
            && headers.Origin.All(origin => Uri.TryCreate(origin, UriKind.Absolute, out var page) && IsLoopback(page.Host));
        return isLocal
            ? new ConsoleUser("", MayApprove: true, IsSignedIn: false)
            : Refuse("Not of this machine", "The console answers only requests of this machine, to localhost.");
    }

    private ConsoleEntry EnterSignedIn(HttpRequest request)
    {
        if (!PlatformSignIn.IsOn(platform))
        {
            return Refuse("The console is closed", "Console:Access is entra, but App Service's authentication is not on.");
        }

        if (ClientPrincipal.Read(request.Headers[ClientPrincipal.Header]) is { } person)
        {
            var group = options.Value.ApproverGroup;
            var mayApprove = group.Length > 0 && person.Groups.Contains(group, StringComparer.OrdinalIgnoreCase);
            return new ConsoleUser(person.Name, mayApprove, IsSignedIn: true);
        }

        // The platform's own page, which leads back here.
        var back = Uri.EscapeDataString(request.PathBase.Add(request.Path) + request.QueryString.Value);
        return HttpMethods.IsGet(request.Method)
            ? ConsoleEntry.Refuse(TypedResults.Redirect($"/.auth/login/aad?post_login_redirect_uri={back}"))
            : Refuse("Not signed in", "Sign in, then send the form again.", StatusCodes.Status401Unauthorized);
    }

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static ConsoleEntry Refuse(string heading, string text, int status = StatusCodes.Status403Forbidden) =>
        ConsoleEntry.Refuse(ConsoleResult.Message(new MessageModel(heading, text), user: null, status));
}
