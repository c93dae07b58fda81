using System.Reflection;
using FuseDeskFlows.EmbeddedHost.Hosting;

namespace FuseDeskFlows.Tests.Contracts;

public sealed class AzureContractTests
{
    private static readonly Assembly Host = typeof(HostSetup).Assembly;

    [Fact]
    public void Everything_in_Microsofts_namespaces_is_declared_as_Microsoft_does()
    {
        var types = Host.GetTypes().Where(IsMicrosofts);
        var problems = ApiComparison.Problems(DeclaredApi.Of(types), ApiTable.Read());
        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems));
    }

    [Fact]
    public void Nothing_else_of_the_host_is_public() =>
        Assert.DoesNotContain(Host.GetExportedTypes(), t => !IsMicrosofts(t) && !IsOfDurableTaskCore(t));

    [Fact]
    public void The_app_uses_only_what_the_Azure_packages_have()
    {
        var table = ApiTable.Read();
        var used = ReferencedApi.Of(Path.Combine(AppContext.BaseDirectory, "FunctionApp.dll"), Host.GetName().Name!);
        Assert.DoesNotContain(used, id => !table.Contains(id));
    }

    [Fact]
    public void The_reading_of_references_finds_what_these_tests_use()
    {
        var table = ApiTable.Read();
        var used = ReferencedApi.Of(typeof(AzureContractTests).Assembly.Location, Host.GetName().Name!);
        Assert.Contains("T:Microsoft.Azure.Functions.Worker.FunctionContext", used);
        Assert.Contains("M:Microsoft.Azure.Functions.Worker.FunctionAttribute.#ctor(System.String)", used);
        Assert.Contains("P:Microsoft.Azure.Functions.Worker.TimerInfo.IsPastDue", used);
        Assert.Contains("M:Microsoft.Azure.Functions.Worker.TaskEntityDispatcher.DispatchAsync``1", used);
        Assert.Contains("P:Microsoft.DurableTask.Entities.TaskEntity`1.State", used);

        // The tests may use what is internal; everything else that they use of Microsoft's is found in the table by its id.
        var strange = used.Where(id => id[2..].StartsWith("Microsoft.", StringComparison.Ordinal) && !table.Contains(id)).ToList();
        Assert.Equal(["M:Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilder.#ctor(System.String[],FuseDeskFlows.EmbeddedHost.Hosting.HostSetup)"], strange);
    }

    [Fact]
    public void The_comparison_reports_what_differs()
    {
        var table = ApiTable.Read();
        Assert.Equal(
            ["T:FuseDeskFlows.Tests.Contracts.NotMicrosofts is not in the table"],
            ApiComparison.Problems(DeclaredApi.Of([typeof(NotMicrosofts)]).Take(1), table));
        var timerInfo = table["T:Microsoft.Azure.Functions.Worker.TimerInfo"].Single();
        Assert.Single(ApiComparison.Problems([timerInfo with { Modifiers = "class sealed" }], table));
        Assert.Single(ApiComparison.Problems([timerInfo with { Type = "System.Attribute" }], table));
        Assert.Empty(ApiComparison.Problems([timerInfo], table));
    }

    [Fact]
    public void Documentation_ids_are_written_as_compilers_do()
    {
        var ids = DeclaredApi.Of([typeof(NotMicrosofts)]).ToDictionary(e => e.Id, e => e, StringComparer.Ordinal);
        const string type = "FuseDeskFlows.Tests.Contracts.NotMicrosofts";
        Assert.Equal("class", ids["T:" + type].Modifiers);
        Assert.Equal("protected virtual", ids["M:" + type + ".Generic``1(System.Collections.Generic.Dictionary{``0,System.Nullable{System.Int32}}[],System.String@)"].Modifiers);
        Assert.Equal("get init public", ids[$"P:{type}.Name"].Modifiers);
        Assert.Equal("get public", ids[$"P:{type}.Secret"].Modifiers);
        Assert.Equal("System.Int32", ids[$"M:{type}.op_Implicit({type})~System.Int32"].Type);
        Assert.Equal("const", ids[$"F:{type}.Limit"].Modifiers);
    }

    private static bool IsMicrosofts(Type type) => type.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) == true;

    // Microsoft's too, but of a package that the table does not hold: the clients throw it.
    private static bool IsOfDurableTaskCore(Type type) => string.Equals(type.FullName, "DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException", StringComparison.Ordinal);
}
