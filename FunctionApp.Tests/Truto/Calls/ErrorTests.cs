using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Tests.Truto.Calls;

public sealed class ErrorTests
{
    [Theory]
    [InlineData(401, false, ToolErrorKind.TrutoToken, "Truto:ApiToken")]
    [InlineData(401, true, ToolErrorKind.NeedsReconnect, "Connect the account again")]
    [InlineData(403, true, ToolErrorKind.Forbidden, "permission")]
    [InlineData(404, true, ToolErrorKind.NotFound, "FuseDesk has no such object")]
    [InlineData(404, false, ToolErrorKind.NotFound, "Truto:IntegratedAccountId")]
    [InlineData(405, true, ToolErrorKind.Rejected, "FuseDesk reports an error")]
    [InlineData(405, false, ToolErrorKind.ReadOnlyAccount, "sandbox account")]
    [InlineData(400, false, ToolErrorKind.Rejected, "Truto rejected")]
    [InlineData(409, true, ToolErrorKind.Rejected, "FuseDesk rejected")]
    [InlineData(422, true, ToolErrorKind.Rejected, "FuseDesk rejected")]
    [InlineData(503, false, ToolErrorKind.AccountBlocked, "support")]
    [InlineData(418, false, ToolErrorKind.Other, "not documented")]
    public async Task A_refusal_says_whose_it_is_and_what_to_do(int status, bool remote, ToolErrorKind kind, string words)
    {
        var flag = remote ? ",\"truto_is_remote_error\":true" : "";
        await using var truto = await TestTruto.StartAsync(
            status, $$"""{"statusCode":{{status}},"error":"x","message":"sarah@examplecorp.com is unknown"{{flag}}}""");

        var error = (await truto.GetCase(84920)).Error;

        Assert.Equal(kind, error?.Kind);
        Assert.Equal(status, error?.Status);
        Assert.Equal(ToolNames.GetCase, error?.Tool);
        Assert.Contains(words, error?.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sarah", error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forbidden_call_names_the_scopes_that_are_missing()
    {
        await using var truto = await TestTruto.StartAsync(403, """
            {"statusCode":403,"truto_is_remote_error":true,"raw_response":{"error":"Not Authorized","errorcode":"api_error_noscope"},
             "truto_error_insight":{"forbidden_error":{"value":{"missing_scopes":["cases","chats","<b>not a scope</b>"]}}}}
            """);
        var error = (await truto.ListCases()).Error;
        Assert.Equal(["cases", "chats"], error?.MissingScopes);
        Assert.Equal("api_error_noscope", error?.Code);
        Assert.Contains("Missing: cases, chats.", error?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"raw_response":{"error":"x","errorcode":"api_error_noscope"},"truto_is_remote_error":true}""")]
    [InlineData("""{"raw_response":"{\"errorcode\":\"api_error_noscope\"}","truto_is_remote_error":"true"}""")]
    [InlineData("""{"details":{"errorcode":"api_error_noscope"}}""")]
    public async Task The_code_for_a_missing_scope_means_that_under_any_status(string body)
    {
        await using var truto = await TestTruto.StartAsync(405, body);
        Assert.Equal(ToolErrorKind.Forbidden, (await truto.ListCases()).Error?.Kind);
    }

    [Fact]
    public async Task Fusedesks_code_is_read_from_its_header_too()
    {
        await using var truto = await TestTruto.StartAsync(
            405, """{"truto_is_remote_error":true}""", ("X-FuseDesk-Error-Code", "api_error_other"));
        Assert.Equal("api_error_other", (await truto.ListCases()).Error?.Code);
    }

    [Fact]
    public async Task Validation_names_the_arguments_not_their_values()
    {
        await using var truto = await TestTruto.StartAsync(
            400,
            """{"statusCode":400,"details":{"failures":[{"field":"date_opened","message":"'sarah@x.com' is wrong"},{"path":"/limit"}]}}""");
        var message = (await truto.ListCases()).Error?.Message;
        Assert.Contains("Arguments: date_opened, limit.", message, StringComparison.Ordinal);
        Assert.DoesNotContain("sarah", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_without_a_json_body_is_told_by_its_status()
    {
        await using var truto = await TestTruto.StartAsync(context => StubServer.Say(context, 404, "<h1>nope</h1>", "text/html"));
        Assert.Equal(ToolErrorKind.NotFound, (await truto.GetCase(1)).Error?.Kind);
    }

    [Theory]
    [InlineData("""{"error":"Not Authorized","errorcode":"api_error_noscope"}""", ToolErrorKind.Forbidden)]
    [InlineData("""{"result":{"error":"Not Authorized","errorcode":"api_error_noscope"}}""", ToolErrorKind.Forbidden)]
    [InlineData("""{"result":{"error":"Mail of sarah@examplecorp.com","errorcode":"api_error_other"}}""", ToolErrorKind.UnexpectedAnswer)]
    [InlineData("""{"result":null}""", ToolErrorKind.UnexpectedAnswer)]
    [InlineData("\"what\"", ToolErrorKind.UnexpectedAnswer)]
    public async Task An_error_object_in_place_of_a_list_is_a_refusal(string body, ToolErrorKind kind)
    {
        await using var truto = await TestTruto.StartAsync(200, body);
        var outcome = await truto.ListCases();
        Assert.Null(outcome.Value);
        Assert.Equal(kind, outcome.Error?.Kind);
        Assert.DoesNotContain("sarah", outcome.Error?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":"x","errorcode":"api_error_noscope"}""", ToolErrorKind.Forbidden)]
    [InlineData("""{"summary":"a case without an id"}""", ToolErrorKind.UnexpectedAnswer)]
    [InlineData("[]", ToolErrorKind.UnexpectedAnswer)]
    public async Task An_error_object_in_place_of_a_case_is_a_refusal(string body, ToolErrorKind kind)
    {
        await using var truto = await TestTruto.StartAsync(200, body);
        Assert.Equal(kind, (await truto.GetCase(1)).Error?.Kind);
    }

    [Fact]
    public async Task Another_object_than_the_one_asked_for_is_refused()
    {
        await using var truto = await TestTruto.StartAsync(200, """{"userId":9,"repid":51,"firstName":"Somebody","lastName":"Else"}""");
        var outcome = await new FuseDeskFlows.Activities.Tools.GetRepActivity(truto.Client).RunAsync(
            new FuseDeskFlows.FuseDesk.Ids.RepId(51), CancellationToken.None);
        Assert.Equal(ToolErrorKind.UnexpectedAnswer, outcome.Error?.Kind);
    }

    [Fact]
    public async Task A_server_error_is_for_the_run_to_try_again()
    {
        await using var truto = await TestTruto.StartAsync(500, """{"statusCode":500,"message":"boom sarah"}""");
        var outcome = await truto.ListCases();
        Assert.Equal((ToolErrorKind.Unavailable, 500, 1), (outcome.Error?.Kind, outcome.Error?.Status, outcome.Calls));
        Assert.DoesNotContain("sarah", outcome.Error?.Message, StringComparison.Ordinal);
        Assert.Single(truto.Server.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("..")]
    public async Task An_id_that_would_change_the_path_is_not_sent(string id)
    {
        await using var truto = await TestTruto.StartAsync(200, "{}");
        var outcome = await new FuseDeskFlows.Activities.Tools.GetChatActivity(truto.Client).RunAsync(
            new FuseDeskFlows.FuseDesk.Ids.ChatId(id), CancellationToken.None);
        Assert.Equal(ToolErrorKind.NotFound, outcome.Error?.Kind);
        Assert.Empty(truto.Server.Requests);
    }

    [Fact]
    public async Task An_id_is_escaped_in_the_path()
    {
        await using var truto = await TestTruto.StartAsync(404, "{}");
        await new FuseDeskFlows.Activities.Tools.GetChatActivity(truto.Client).RunAsync(
            new FuseDeskFlows.FuseDesk.Ids.ChatId("a/../b?c=1"), CancellationToken.None);
        Assert.StartsWith(
            "GET /proxy/chats/a%2F..%2Fb%3Fc=1?integrated_account_id=", Assert.Single(truto.Server.Calls), StringComparison.Ordinal);
    }
}
