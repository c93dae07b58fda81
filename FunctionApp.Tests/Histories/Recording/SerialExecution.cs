using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Tests.Histories.Recording;

/// <summary>
/// The results of activities that run side by side come in any order, and several at once. Here each is taken in before the next is made:
/// an activity or an entity begins once nothing else has begun or ended for a while.
/// </summary>
internal sealed class SerialExecution
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(40);

    private long _moves;

    public async Task RunAsync(FunctionContext context, Func<Task> next)
    {
        Interlocked.Increment(ref _moves);
        if (!AppFunctions.Flows.Contains(context.FunctionDefinition.Name, StringComparer.OrdinalIgnoreCase))
        {
            long moves;
            do
            {
                moves = Interlocked.Read(ref _moves);
                await Task.Delay(Quiet, context.CancellationToken);
            }
            while (Interlocked.Read(ref _moves) != moves);
        }

        await next();
        Interlocked.Increment(ref _moves);
    }
}
