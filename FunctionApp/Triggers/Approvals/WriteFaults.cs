using FuseDeskFlows.Activities.Writes;
using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Mvc;

namespace FuseDeskFlows.Triggers.Approvals;

/// <summary>Tells what is wrong with a write.</summary>
internal static class WriteFaults
{
    /// <returns>400, naming each field; null if nothing is wrong.</returns>
    public static ProblemDetails? ToProblem(WritePlan plan) => plan.Faults.Count == 0
        ? null
        : ApiProblem.InvalidRequest([.. plan.Faults.Select(fault => (fault.Field, $"{fault.Field}: {fault.Fault}"))]);
}
