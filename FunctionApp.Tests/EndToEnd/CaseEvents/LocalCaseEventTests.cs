namespace FuseDeskFlows.Tests.EndToEnd.CaseEvents;

/// <summary>Case events on the local queue.</summary>
public sealed class LocalCaseEventTests : CaseEventScenarios
{
    private protected override string? Connection => null;
}
