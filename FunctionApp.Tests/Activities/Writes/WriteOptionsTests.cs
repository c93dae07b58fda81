using FuseDeskFlows.Activities.Writes.Settings;

namespace FuseDeskFlows.Tests.Activities.Writes;

public sealed class WriteOptionsTests
{
    [Theory]
    [InlineData(1, 2, 0)]
    [InlineData(0, 2, 1)]
    [InlineData(-5, -1, 2)]
    [InlineData(31 * 24 * 3600, 601, 2)]
    public void What_is_out_of_bounds_is_named(int deadline, int delay, int faults)
    {
        var result = new WriteOptionsValidator().Validate(
            null, new() { ApprovalDeadline = TimeSpan.FromSeconds(deadline), ReadBackDelay = TimeSpan.FromSeconds(delay) });
        Assert.Equal(faults, result.Failures?.Count() ?? 0);
        Assert.All(result.Failures ?? [], fault => Assert.StartsWith("Writes:", fault, StringComparison.Ordinal));
    }
}
