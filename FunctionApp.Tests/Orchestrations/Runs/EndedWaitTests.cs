using FuseDeskFlows.Orchestrations.Runs;

namespace FuseDeskFlows.Tests.Orchestrations.Runs;

public sealed class EndedWaitTests
{
    [Fact]
    public void What_is_waited_for_at_the_same_time_counts_once()
    {
        EndedWait[] waits = [Wait(10, 20), Wait(0, 5), Wait(12, 18, model: true), Wait(15, 30, model: true), Wait(30, 30)];

        Assert.Equal(
            (TimeSpan.FromMinutes(25), TimeSpan.FromMinutes(18)), (EndedWait.Total(waits), EndedWait.TotalForModel(waits)));
    }

    private static EndedWait Wait(int from, int to, bool model = false) =>
        new(Some.Moment.AddMinutes(from), Some.Moment.AddMinutes(to), model);
}
