using System.Text.Json.Nodes;

namespace FuseDeskFlows.Tests.TrutoSandbox;

public sealed class ErrorTests
{
    [Fact]
    public async Task A_wrong_token_is_a_401_of_Trutos_own()
    {
        await using var sandbox = await SandboxClient.StartAsync();
        sandbox.Http.DefaultRequestHeaders.Authorization = new("Bearer", "wrong");

        var body = await ExpectAsync(await sandbox.GetAsync("reps"), 401);

        Assert.False(body.ContainsKey("truto_is_remote_error"));
        Assert.Equal("Unauthorized", (string?)body["error"]);
    }

    [Theory]
    [InlineData("/proxy/reps", 400)]
    [InlineData("/proxy/reps?integrated_account_id=other", 404)]
    [InlineData("/proxy/Reps?integrated_account_id=fusedesk-account-id-123", 404)]
    [InlineData("/integrated-account/other/tools", 404)]
    [InlineData("/unified/crm", 404)]
    public async Task What_Truto_does_not_know_it_refuses_itself(string url, int status)
    {
        await using var sandbox = await SandboxClient.StartAsync();

        var body = await ExpectAsync(await sandbox.Http.GetAsync(url, TestContext.Current.CancellationToken), status);

        Assert.False(body.ContainsKey("truto_is_remote_error"));
    }

    [Theory]
    [InlineData("cases/1")]
    [InlineData("cases/abc")]
    [InlineData("chats/1")]
    [InlineData("contacts/5001")]
    [InlineData("reps/2041")]
    public async Task An_object_that_FuseDesk_lacks_is_a_remote_404(string path)
    {
        await using var sandbox = await SandboxClient.StartAsync();

        using var response = await sandbox.GetAsync(path);

        Assert.Equal("api_error_notfound", SandboxClient.Header(response, "X-FuseDesk-Error-Code"));
        Assert.True((bool)(await ExpectAsync(response, 404))["truto_is_remote_error"]!);
    }

    [Fact]
    public async Task A_missing_scope_is_a_403_that_names_it()
    {
        await using var sandbox = await SandboxClient.StartAsync(new() { MissingScopes = ["reps"] });

        var body = await ExpectAsync(await sandbox.GetAsync("reps"), 403);

        Assert.Equal("reps", (string?)body["truto_error_insight"]!["forbidden_error"]!["value"]!["missing_scopes"]![0]);
        Assert.Equal("api_error_noscope", (string?)body["raw_response"]!["errorcode"]);
        Assert.NotEmpty(await sandbox.ListAsync("departments"));
    }

    [Fact]
    public async Task A_blocked_account_is_a_503_of_Trutos_own_and_spends_nothing()
    {
        await using var sandbox = await SandboxClient.StartAsync(new() { Blocked = true });

        var body = await ExpectAsync(await sandbox.GetAsync("reps"), 503);

        Assert.False(body.ContainsKey("truto_is_remote_error"));
        Assert.Empty(sandbox.Server.Stats.Windows);
    }

    [Fact]
    public async Task A_405_has_two_meanings()
    {
        await using var readOnly = await SandboxClient.StartAsync(new() { ReadOnlyAccount = true });
        await using var normal = await SandboxClient.StartAsync();
        var note = new JsonObject { ["text"] = "the field should be called note" };

        var refused = await ExpectAsync(await readOnly.SendAsync(HttpMethod.Post, "cases/84920/addnote", note), 405);
        var invalid = await ExpectAsync(await normal.SendAsync(HttpMethod.Post, "cases/84920/addnote", note.DeepClone()), 405);

        Assert.False(refused.ContainsKey("truto_is_remote_error"));
        Assert.True((bool)invalid["truto_is_remote_error"]!);
        Assert.Equal("note is required", (string?)invalid["raw_response"]!["error"]);
        Assert.Equal(0, readOnly.Server.Stats.Writes + normal.Server.Stats.Writes);
    }

    private static async Task<JsonObject> ExpectAsync(HttpResponseMessage response, int status)
    {
        var body = await SandboxClient.JsonAsync(response);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status, (int)body["statusCode"]!);
        return body;
    }
}
