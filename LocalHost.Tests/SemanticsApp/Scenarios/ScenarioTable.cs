using System.Collections.Frozen;
using SemanticsApp.Outcomes;

namespace SemanticsApp.Scenarios;

/// <summary>Every scenario, by its name.</summary>
public static class ScenarioTable
{
    public static readonly FrozenDictionary<string, Scenario> All = new[]
    {
        EventScenarios.All, TimerScenarios.All, FailureScenarios.All, ChildScenarios.All, GenerationScenarios.All,
        ControlScenarios.All, SuspensionScenarios.All, StartScenarios.All, DedupeScenarios.All, RewindScenarios.All,
        EntityScenarios.All, LockScenarios.All, PayloadScenarios.All, QueryScenarios.All, PurgeScenarios.All, VersionScenarios.All,
    }.SelectMany(group => group).ToFrozenDictionary(scenario => scenario.Name, StringComparer.Ordinal);
}
