namespace FuseDeskFlows.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void The_solution_builds() => Assert.True(true);
}
