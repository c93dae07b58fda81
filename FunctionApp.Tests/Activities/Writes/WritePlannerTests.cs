using System.Text.Json;
using FuseDeskFlows.Activities.Writes;
using FuseDeskFlows.Events;
using FuseDeskFlows.Tests.Truto;
using FuseDeskFlows.Truto.Catalogue;
using FuseDeskFlows.TrutoSandbox;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Tests.Activities.Writes;

/// <summary>What is sent is in the account's own spelling, whatever the spelling in which it was asked for.</summary>
public sealed class WritePlannerTests
{
    [Theory]
    [InlineData(0, """{"department_id":2,"id":"84877","rep_id":50}""")]
    [InlineData(1, """{"departmentId":2,"id":"84877","repId":50}""")]
    [InlineData(2, """{"depid":2,"id":"84877","repid":50}""")]
    public async Task Arguments_get_the_names_and_types_of_the_accounts_schema(int dialect, string sent)
    {
        foreach (var given in new[] { """{"case_id":84877,"rep":"50","depid":"2"}""", """{"id":84877.0,"repId":50,"department_id":2}""" })
        {
            var plan = await PlanAsync((ArgumentDialect)dialect, "cases/update", given);

            Assert.Empty(plan.Faults);
            Assert.Equal(
                sent.Replace("84877", given.Contains("84877.0", StringComparison.Ordinal) ? "84877.0" : "84877", StringComparison.Ordinal),
                    plan.Arguments);
            Assert.Equal(("84877", 50L, 2L), (plan.Id, plan.RepId?.Value, plan.DepartmentId?.Value));
            Assert.Equal((WriteKind.CaseUpdate, "case 84877", true), (plan.Kind, plan.Target, plan.CanRead));
        }
    }

    [Theory]
    [InlineData("cases/update", "[]", "arguments")]
    [InlineData("cases/update", "no JSON", "arguments")]
    [InlineData("cases/update", """{"id":1,"id":2}""", "arguments")]
    [InlineData("cases/update", """{"id":84877}""", "arguments")]
    [InlineData("cases/update", """{"id":"..","status":"new"}""", "arguments.id")]
    [InlineData("cases/update", """{"id":84877,"status":"done"}""", "arguments.status")]
    [InlineData("cases/update", """{"id":84877,"status":"new","Status":"open"}""", "arguments.Status")]
    [InlineData("cases/update", """{"id":84877,"rep_id":[50]}""", "arguments.rep_id")]
    [InlineData("cases/addnote", """{"id":84877}""", "arguments.note")]
    [InlineData("cases/addnote", """{"id":84877,"note":"  "}""", "arguments.note")]
    [InlineData("cases/addnote", """{"id":84877,"note":"Call.","rep_id":0}""", "arguments.rep_id")]
    [InlineData("cases/update", """{"id":84877,"rep_id":-5}""", "arguments.rep_id")]
    [InlineData("cases/update", """{"id":84877,"department_id":0}""", "arguments.department_id")]
    [InlineData("cases/update", """{"id":"84877/../reps","status":"new"}""", "arguments.id")]
    [InlineData("cases/update", """{"id":84877,"status":"closed","summary":""}""", "arguments.summary")]
    [InlineData("cases/tag", """{"id":84877,"tag_id":0}""", "arguments.tag_id")]
    [InlineData("cases/snooze", """{"id":84877,"until":"yesterday"}""", "arguments.until")]
    [InlineData("cases/snooze", """{"id":84877,"until":"0000-00-00"}""", "arguments.until")]
    [InlineData("cases/get", """{"id":84877}""", "tool")]
    [InlineData("contacts/merge", "{}", "tool")]
    public async Task What_is_wrong_is_named(string tool, string arguments, string field) =>
        Assert.Equal(field, Assert.Single((await PlanAsync(ArgumentDialect.Snake, tool, arguments)).Faults).Field);

    [Theory]
    [InlineData("cases/addnote", """{"id":84877,"note":"Call."}""")]
    [InlineData("cases/reply", """{"id":84877,"body":"Dear Sarah"}""")]
    [InlineData("cases/create", """{"department_id":1,"summary":"x","details":"Dear Sarah","opened_by":"x"}""")]
    public async Task Texts_are_signed_by_the_write(string tool, string arguments)
    {
        var plan = await PlanAsync(ArgumentDialect.Snake, tool, arguments);

        Assert.NotNull(plan.Token);
        Assert.Contains($"[fusedeskflows] {plan.Token}", plan.Arguments, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_note_changes_beside_itself_is_asked_for_and_all_else_that_is_sent_is_shown()
    {
        var plan = await PlanAsync(
            ArgumentDialect.Snake, "cases/addnote", """{"id":84877,"note":"Call.","rep_id":50,"status":"Open","type":"call"}""");

        Assert.Equal(["note", "status", "rep"], plan.Asked.Select(asked => asked.Field));
        Assert.Equal(["open", "50"], plan.Asked.Skip(1).Select(asked => asked.Value));
        Assert.Equal(("type", "call"), Assert.Single(plan.Others) switch { var other => (other.Field, other.Value) });
    }

    [Fact]
    public async Task Every_write_of_the_account_is_offered_with_a_schema_and_no_read_is()
    {
        await using var sandbox = await SandboxServer.StartAsync(new(), TestContext.Current.CancellationToken);
        var offered = WriteTools.Offered(await ToolsAsync(sandbox));

        Assert.Contains(offered, tool => tool.Name is "update_a_fuse_desk_case_by_id");
        Assert.DoesNotContain(offered, tool =>
            tool.Name.Contains("list", StringComparison.Ordinal) || tool.Name.Contains("get_", StringComparison.Ordinal));
        Assert.All(offered, tool => Assert.Equal("object", JsonElement.Parse(tool.Schema).GetProperty("type").GetString()));
        Assert.All(offered, tool =>
            Assert.EndsWith("Nothing is written before a person has approved it.", tool.Description, StringComparison.Ordinal));
        Assert.Contains("random rep", Assert.Single(offered, tool => tool.Name is "update_a_fuse_desk_case_by_id").Description,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_that_does_not_tell_its_tools_has_those_that_FuseDesk_documents()
    {
        var offered = WriteTools.Offered(ToolSet.BuiltIn);

        Assert.Equal(5, offered.Count);
        Assert.All(offered, tool => Assert.NotEmpty(JsonElement.Parse(tool.Schema).GetProperty("required").EnumerateArray()));
        Assert.NotNull(WriteTools.Find(ToolSet.BuiltIn, "cases/reply"));
    }

    private static async Task<WritePlan> PlanAsync(ArgumentDialect dialect, string tool, string arguments)
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Dialect = dialect }, TestContext.Current.CancellationToken);
        await using var services = Services(sandbox);
        var planner = new WritePlanner(Client(services), Options.Create(new CaseEventOptions()));
        return await planner.PlanAsync(new() { Tool = tool, Arguments = arguments, WriteId = "write-1" },
            TestContext.Current.CancellationToken);
    }

    private static async Task<ToolSet> ToolsAsync(SandboxServer sandbox)
    {
        await using var services = Services(sandbox);
        return await Client(services).GetToolsAsync(TestContext.Current.CancellationToken);
    }

    private static Microsoft.Extensions.DependencyInjection.ServiceProvider Services(SandboxServer sandbox) => TestTruto.Build(
        sandbox.BaseUrl, sandbox.ApiToken, sandbox.IntegratedAccountId, TimeProvider.System, NullLoggerProvider.Instance);

    private static FuseDeskFlows.Truto.TrutoClient Client(Microsoft.Extensions.DependencyInjection.ServiceProvider services) =>
        (FuseDeskFlows.Truto.TrutoClient)services.GetService(typeof(FuseDeskFlows.Truto.TrutoClient))!;
}
