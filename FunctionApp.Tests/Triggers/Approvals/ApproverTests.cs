using System.Text.Json;
using FuseDeskFlows.Triggers.Approvals;
using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.Tests.Triggers.Approvals;

/// <summary>Nobody decides under a name that she wrote into the platform's header herself.</summary>
public sealed class ApproverTests
{
    private const string Stated = "Ann Lee";
    private const string InHeader = "ben@harborline.example";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("False")]
    [InlineData("1")]
    public void A_name_in_the_header_is_nobodys_where_the_platform_does_not_write_it(string? setting)
    {
        Assert.Null(Approver.Find(WithHeader(), Platform(setting), stated: null));
        Assert.Equal(new(Stated, "request"), Approver.Find(WithHeader(), Platform(setting), Stated));
    }

    [Theory]
    [InlineData("True")]
    [InlineData("true")]
    public void A_name_that_the_platform_writes_counts_whatever_the_body_says(string setting) =>
        Assert.Equal(new(InHeader, "platform"), Approver.Find(WithHeader(), Platform(setting), Stated));

    [Fact]
    public void Who_has_not_signed_in_names_herself() =>
        Assert.Equal(new(Stated, "request"), Approver.Find(Answer.Request(), Platform("True"), Stated));

    [Fact]
    public void Neither_a_decision_nor_a_write_approved_at_once_is_taken_from_a_header_that_anybody_can_write()
    {
        var decision = JsonElement.Parse($$"""{"decision":"approve","hash":"{{new string('a', 64)}}"}""");
        var write = JsonElement.Parse("""{"tool":"cases/update","arguments":{"id":1},"approve":true}""");

        Assert.NotNull(DecisionBody.Parse(decision, WithHeader(), Platform(null)).Problem);
        Assert.NotNull(WriteBody.Parse(write, WithHeader(), Platform(null)).Problem);
        Assert.Equal(InHeader, DecisionBody.Parse(decision, WithHeader(), Platform("True")).Value?.By);
        Assert.Equal(InHeader, WriteBody.Parse(write, WithHeader(), Platform("True")).Value?.By);
    }

    private static HttpRequest WithHeader() => Answer.Request(headers: (PlatformSignIn.NameHeader, InHeader));

    private static IConfiguration Platform(string? setting) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(PlatformSignIn.Setting, setting)]).Build();
}
