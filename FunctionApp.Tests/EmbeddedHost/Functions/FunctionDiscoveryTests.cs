using FuseDeskFlows.Tests.EmbeddedHost.Support;

namespace FuseDeskFlows.Tests.EmbeddedHost.Functions;

public sealed class FunctionDiscoveryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_function_that_cannot_run_is_named_in_one_message()
    {
        await using var host = await TestHost.RunAsync(new TestHostOptions(_folder, typeof(WrongFunctions)));
        Assert.Equal(1, host.ExitCode);
        Assert.Equal("", host.Output);
        string[] expected =
        [
            "Function 'Twice' is declared more than once",
            "Function 'WrongType' (WrongFunctions.WrongType): TimerTrigger cannot be put on parameter 'timer' of type String.",
            "Function 'BadCron' (WrongFunctions.BadCron): the schedule '0 0 25 * * *' is not a cron expression",
            "Function 'FourFields' (WrongFunctions.FourFields): the schedule '0 0 * *' has 4 fields",
            "Function 'NoSetting' (WrongFunctions.NoSetting): the setting 'Audit:Schedule' of '%Audit:Schedule%' is missing.",
            "Function 'NoQueueSetting' (WrongFunctions.NoQueueSetting): the setting 'QueueName' of '%QueueName%' is missing.",
            "Function 'BadQueue' (WrongFunctions.BadQueue): 'Not_A_Queue' is not a queue name",
            "Function 'NoTrigger' (WrongFunctions.NoTrigger): no parameter has a trigger attribute.",
            "Function 'TwoTriggers' (WrongFunctions.TwoTriggers): more than one parameter has a trigger attribute.",
            "Function 'Unbound' (WrongFunctions.Unbound): nothing gives parameter 'somewhere' of type Uri a value.",
            "Function 'WrongClient' (WrongFunctions.WrongClient): parameter 'client' with [DurableClient] must be a DurableTaskClient.",
            "Function 'AsyncVoid' (WrongFunctions.AsyncVoid): it is 'async void'",
            "Function 'BadRoute' (WrongFunctions.BadRoute): the route 'a/{b' is not a route template",
            "Function 'WrongContext' (WrongFunctions.WrongContext): OrchestrationTrigger cannot be put on parameter 'context' of type DurableTaskClient.",
            "The durable name 'Same' belongs to more than one function: ",
        ];
        Assert.All(expected, line => Assert.Contains(line, host.Error, StringComparison.Ordinal));
        Assert.Equal(expected.Length, host.Error.Trim().Split('\n').Length);
        Assert.DoesNotContain("   at ", host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HTTP_functions_without_ASP_NET_Core_are_refused()
    {
        await using var host = await TestHost.RunAsync(new TestHostOptions(_folder, typeof(Http.HttpSamples)) { UseWebApplication = false });
        Assert.Equal(1, host.ExitCode);
        Assert.Contains("ConfigureFunctionsWebApplication", host.Error, StringComparison.Ordinal);
    }
}
