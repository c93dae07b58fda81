using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;

namespace FuseDeskFlows.Tests.TrutoSandbox;

public sealed class CatalogueTests
{
    private static readonly string[] ArticleTools =
    [
        "list_all_fuse_desk_cases",
        "get_single_fuse_desk_case_by_id",
        "list_all_fuse_desk_chats",
        "get_single_fuse_desk_chat_by_id",
        "list_all_fuse_desk_reps",
        "get_single_fuse_desk_rep_by_id",
        "list_all_fuse_desk_contacts",
        "list_all_fuse_desk_departments",
        "list_all_fuse_desk_emails",
    ];

    [Fact]
    public async Task The_tools_of_the_article_are_there_with_their_schemas()
    {
        await using var sandbox = await SandboxClient.StartAsync();

        var tools = (await ToolsAsync(sandbox, string.Empty))["result"]!.AsArray();

        Assert.Subset(
            tools.Select(tool => (string)tool!["name"]!).ToHashSet(StringComparer.Ordinal), ArticleTools.ToHashSet(StringComparer.Ordinal));
        var contacts = tools.Single(tool => (string?)tool!["name"] is "list_all_fuse_desk_contacts")!;
        Assert.Equal("object", (string?)contacts["query_schema"]!["type"]);
        Assert.Equal("search", (string?)contacts["required"]!.AsArray().Single());
        Assert.Equal(("contacts", "list"), ((string?)contacts["resource"], (string?)contacts["method"]));
    }

    [Theory]
    [InlineData("methods=list,get", 13)]
    [InlineData("methods=read", 13)]
    [InlineData("methods[]=list&methods[]=get", 13)]
    [InlineData("methods[0]=list&methods[1]=get", 13)]
    [InlineData("methods=custom", 6)]
    [InlineData("methods=write&has_description=false", 4)]
    [InlineData("methods=write", 2)]
    [InlineData("methods=addnote", 1)]
    [InlineData("tags=chats", 3)]
    [InlineData("tags=directory&methods=read", 4)]
    public async Task Filters_narrow_the_tools(string query, int count)
    {
        await using var sandbox = await SandboxClient.StartAsync();

        Assert.Equal(count, (await ToolsAsync(sandbox, query))["result"]!.AsArray().Count);
    }

    [Theory]
    [InlineData(nameof(ArgumentDialect.Snake), "contact_id", "contactId")]
    [InlineData(nameof(ArgumentDialect.Camel), "contactId", "contact_id")]
    [InlineData(nameof(ArgumentDialect.Lower), "contactid", "contactId")]
    public async Task The_spelling_that_the_schema_names_filters_and_any_other_is_ignored(string dialect, string spelling, string other)
    {
        await using var sandbox = await SandboxClient.StartAsync(new() { Dialect = Enum.Parse<ArgumentDialect>(dialect) });
        var sarah = Assert.Single(await sandbox.ListAsync($"contacts?search={SandboxPeople.SarahEmail}"));

        var tools = (await ToolsAsync(sandbox, "methods=list&tags=cases"))["result"]!.AsArray();

        Assert.True(tools.Single()!["query_schema"]!["properties"]!.AsObject().ContainsKey(spelling));
        Assert.Equal(3, (await sandbox.ListAsync($"cases?limit=200&{spelling}={sarah["id"]}")).Count);
        Assert.Equal(600, (await sandbox.ListAsync($"cases?limit=200&{other}={sarah["id"]}")).Count);
    }

    [Fact]
    public async Task Tools_may_come_as_results_or_not_at_all()
    {
        await using var results = await SandboxClient.StartAsync(new() { Tools = ToolsAnswer.Results });
        await using var missing = await SandboxClient.StartAsync(new() { Tools = ToolsAnswer.Missing });

        Assert.NotEmpty((await ToolsAsync(results, string.Empty))["results"]!.AsArray());
        Assert.Equal(404, (int)(await ToolsAsync(missing, string.Empty))["statusCode"]!);
        var sarah = Assert.Single(await missing.ListAsync($"contacts?search={SandboxPeople.SarahEmail}"));
        Assert.Equal(3, (await missing.ListAsync($"cases?contactUuid={sarah["id"]}")).Count);
    }

    [Fact]
    public async Task Capabilities_tell_the_account_and_its_methods()
    {
        await using var sandbox = await SandboxClient.StartAsync(new() { Blocked = true });

        var answer = await SandboxClient.JsonAsync(
            await sandbox.Http.GetAsync(
                $"/integrated-account/{sandbox.Server.IntegratedAccountId}/capabilities?resource=chats",
                TestContext.Current.CancellationToken));

        Assert.True((bool)answer["account"]!["is_blocked"]!);
        var chats = Assert.Single(answer["proxy"]!.AsArray())!;
        Assert.Equal(
            ["list", "get", "close"], chats["methods"]!.AsArray().Select(method => (string)method!["method"]!), StringComparer.Ordinal);
    }

    private static async Task<JsonObject> ToolsAsync(SandboxClient sandbox, string query) =>
        await SandboxClient.JsonAsync(await sandbox.Http.GetAsync(
            $"/integrated-account/{sandbox.Server.IntegratedAccountId}/tools?{query}", TestContext.Current.CancellationToken));
}
