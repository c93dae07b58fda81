using System.Text;
using System.Text.Json;
using FuseDeskFlows.Triggers.Pages.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Tests.Triggers.Pages.Access;

public sealed class ConsoleGuardTests
{
    private const string Group = "3b1f9f0e-95f2-4b8e-9a42-0d5c8a1f3d11";

    [Fact]
    public void Without_a_setting_nobody_gets_in() => Assert.NotNull(Guard("").Enter(Request()).Refusal);

    [Fact]
    public void Whoever_works_at_this_machine_gets_in_and_may_approve() => Assert.True(Guard("local").Enter(Request()).User!.MayApprove);

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "localhost.evil.example")]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Forwarded-For", "127.0.0.1, 203.0.113.7")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task Who_is_not_at_this_machine_does_not_get_in(string header, string value)
    {
        var request = Request((header, value));

        var refusal = await Answer.OfAsync(Guard("local").Enter(request).Refusal!, request);

        Assert.Equal(StatusCodes.Status403Forbidden, refusal.Status);
        Assert.Contains("Not of this machine", refusal.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void On_Azure_nobody_is_at_this_machine() =>
        Assert.NotNull(Guard("local", ("WEBSITE_INSTANCE_ID", "abc")).Enter(Request()).Refusal);

    [Fact]
    public void A_name_in_a_header_counts_only_where_the_platform_writes_it()
    {
        Assert.NotNull(Guard("entra").Enter(SignedIn()).Refusal);
        Assert.NotNull(Guard("entra", ("WEBSITE_AUTH_ENABLED", "False")).Enter(SignedIn()).Refusal);
        Assert.Equal("Ada Byron", Entra().Enter(SignedIn()).User!.Name);
    }

    [Fact]
    public async Task Who_has_not_signed_in_is_led_to_where_she_can_and_back()
    {
        var request = Request();
        request.Path = "/api/console/runs";
        request.QueryString = new("?status=failed");

        var answer = await Answer.OfAsync(Entra().Enter(request).Refusal!, request);

        Assert.Equal(StatusCodes.Status302Found, answer.Status);
        Assert.Equal("/.auth/login/aad?post_login_redirect_uri=%2Fapi%2Fconsole%2Fruns%3Fstatus%3Dfailed", answer.Headers.Location);
    }

    [Fact]
    public async Task A_form_of_who_has_not_signed_in_is_refused()
    {
        var request = Request(("Sec-Fetch-Site", "same-origin"));
        request.Method = "POST";

        Assert.Equal(StatusCodes.Status401Unauthorized, (await Answer.OfAsync(Entra().EnterToPost(request).Refusal!, request)).Status);
    }

    [Theory]
    [InlineData(Group, true)]
    [InlineData("00000000-0000-0000-0000-000000000000", false)]
    public void Only_who_is_in_the_group_may_approve(string group, bool mayApprove) =>
        Assert.Equal(mayApprove, Entra().Enter(SignedIn(group)).User!.MayApprove);

    [Theory]
    [InlineData("no base64")]
    [InlineData("e30=")]
    [InlineData("bnVsbA==")]
    [InlineData("W10=")]
    public void What_names_nobody_lets_nobody_in(string header) =>
        Assert.NotNull(Entra().Enter(Request((ClientPrincipal.Header, header))).Refusal);

    [Fact]
    public void Another_provider_than_Entra_lets_nobody_in() => Assert.NotNull(Entra().Enter(SignedIn(provider: "github")).Refusal);

    [Theory]
    [InlineData(null)]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("none")]
    public async Task A_form_of_another_site_is_refused(string? site)
    {
        var request = site is null ? Request() : Request(("Sec-Fetch-Site", site));

        Assert.Equal(StatusCodes.Status403Forbidden, (await Answer.OfAsync(Guard("local").EnterToPost(request).Refusal!, request)).Status);
    }

    [Fact]
    public void The_consoles_own_forms_are_taken() =>
        Assert.Null(Guard("local").EnterToPost(Request(("Sec-Fetch-Site", "same-origin"))).Refusal);

    private static ConsoleGuard Entra() => Guard("entra", ("WEBSITE_AUTH_ENABLED", "True"), ("WEBSITE_INSTANCE_ID", "abc"));

    private static ConsoleGuard Guard(string access, params (string Name, string Value)[] platform) => new(
        Options.Create(new ConsoleOptions { Access = access, ApproverGroup = Group }),
        new ConfigurationBuilder()
            .AddInMemoryCollection(platform.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
            .Build());

    private static HttpRequest Request(params (string Name, string Value)[] headers)
    {
        var request = Answer.Request(path: "/api/console");
        request.Method = "GET";
        request.Host = new("localhost", 7071);
        foreach (var (name, value) in headers)
        {
            request.Headers[name] = value;
        }

        return request;
    }

    private static HttpRequest SignedIn(string group = Group, string provider = "aad")
    {
        var principal = JsonSerializer.Serialize(new
        {
            auth_typ = provider,
            claims = new[] { new { typ = "name", val = "Ada Byron" }, new { typ = "groups", val = group } },
        });
        return Request((ClientPrincipal.Header, Convert.ToBase64String(Encoding.UTF8.GetBytes(principal))));
    }
}
