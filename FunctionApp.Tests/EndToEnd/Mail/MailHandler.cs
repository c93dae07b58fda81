using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace FuseDeskFlows.Tests.EndToEnd.Mail;

/// <summary>Answers calls for cases with those of <see cref="MailCases"/>; everything else goes to the sandbox.</summary>
internal sealed class MailHandler : DelegatingHandler
{
    private const string Cases = "/proxy/cases";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri?.AbsolutePath.TrimEnd('/') ?? "";
        var at = path.IndexOf(Cases, StringComparison.Ordinal);
        if (at < 0)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var id = path[(at + Cases.Length)..].TrimStart('/');
        return id.Length == 0
            ? Json(new JsonObject { ["result"] = new JsonArray([.. MailCases.Listed]), ["next_cursor"] = null })
            : MailCases.Find(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture)) is { } found ? Json(found)
            : await base.SendAsync(request, cancellationToken);
    }

    private static HttpResponseMessage Json(JsonNode body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
}
