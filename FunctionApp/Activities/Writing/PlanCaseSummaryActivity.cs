using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language;
using FuseDeskFlows.Language.Budget;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Activities.Writing;

/// <summary>Plans how a long case is read; no model is called for that.</summary>
public sealed class PlanCaseSummaryActivity(LanguageWriter writer)
{
    /// <summary>The activity's name, as runs' histories have it.</summary>
    public const string Name = "plan_case_summary";

    /// <summary>Divides a history that is too long for one prompt of the model.</summary>
    /// <returns>The parts to read side by side; none if the case fits into one call, or no model is configured.</returns>
    [Function(Name)]
    public HistoryPlan Run([ActivityTrigger] Case supportCase) => writer.Plan(supportCase);
}
