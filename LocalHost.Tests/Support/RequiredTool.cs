using System.Diagnostics.CodeAnalysis;

namespace LocalHost.Tests.Support;

/// <summary>What some tests need beside .NET, and a machine may lack.</summary>
internal static class RequiredTool
{
    /// <summary>Without the tool the test is skipped, or fails where all tools have to be there.</summary>
    /// <param name="isThere">Whether the machine has it.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="why">Why it cannot be used.</param>
    /// <param name="install">The command that installs it alone.</param>
    public static void Demand([DoesNotReturnIf(false)] bool isThere, string name, string why, string install)
    {
        if (!isThere && Environment.GetEnvironmentVariable("FUSEDESKFLOWS_REQUIRE_TOOLS") is "1")
        {
            Assert.Fail($"{name} cannot be used: {why}");
        }

        Assert.SkipUnless(isThere, $"{name} is not installed; .ci/run installs it, or: {install}");
    }
}
