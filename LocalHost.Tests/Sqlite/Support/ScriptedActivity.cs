using DurableTask.Core;

namespace LocalHost.Tests.Sqlite.Support;

/// <summary>An activity whose code is a test's.</summary>
public sealed class ScriptedActivity(Func<string, string> run) : AsyncTaskActivity<string, string>
{
    protected override Task<string> ExecuteAsync(TaskContext context, string input) => Task.FromResult(run(input));
}
