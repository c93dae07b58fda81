using Microsoft.DurableTask;

namespace LocalHost.Tests.Sqlite.Isolated;

internal sealed class IsolatedOrchestrator<TInput, TOutput>(Func<TaskOrchestrationContext, TInput, Task<TOutput>> run)
    : TaskOrchestrator<TInput, TOutput>
{
    public override Task<TOutput> RunAsync(TaskOrchestrationContext context, TInput input) => run(context, input);
}
