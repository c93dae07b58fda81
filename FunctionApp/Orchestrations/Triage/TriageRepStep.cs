using FuseDeskFlows.Activities.Tools;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Lookup;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Orchestrations.Triage;

/// <summary>The steps of a triage that find the rep who answered last, and a colleague for one who is disabled.</summary>
/// <param name="tools">How the run calls tools.</param>
/// <param name="notes">Take what is learned.</param>
internal sealed class TriageRepStep(FlowContext tools, TriageReportBuilder notes)
{
    /// <summary>Finds the rep.</summary>
    /// <param name="supportCase">The case with its whole history.</param>
    /// <returns>A task that ends when the notes have the rep, or why there is none.</returns>
    public async Task FindAsync(Case supportCase)
    {
        if (CaseHistoryFacts.LastAnswer(supportCase) is not { RepId: { } repId } last)
        {
            notes.Add(CaseHistoryFacts.WhyNoAnswer(supportCase));
            return;
        }

        tools.Begin("finding the rep who answered last");
        var answer = await tools.CallAsync<Rep>(ToolNames.GetRep, repId);
        notes.Report = notes.Report with
        {
            LastRep = new() { Id = repId, Name = answer.Value?.Name ?? last.AuthorName, Active = answer.Value?.Active, AnsweredAt = last.At },
        };
        if (answer.Value is null)
        {
            notes.Refused($"Rep {repId}, who answered last,", answer.Error!);
        }
        else if (!answer.Value.Active)
        {
            await FindColleagueAsync(supportCase, repId);
        }
    }

    private async Task FindColleagueAsync(Case supportCase, RepId disabled)
    {
        tools.AddStep();
        tools.Begin("finding a colleague for the disabled rep");
        var reps = await tools.ListAsync<Rep>(ToolNames.ListReps, cursor => new ListRepsInput { Cursor = cursor });
        if (reps.Value is null)
        {
            notes.Refused("The reps, among whom a colleague was to be found,", reps.Error!);
            return;
        }

        var colleague = ColleagueSelector.For(reps.Value, supportCase, disabled);
        notes.Report = notes.Report with { LastRep = notes.Report.LastRep! with { Alternative = colleague } };
        if (colleague is null)
        {
            var department = supportCase.DepartmentId is { } id ? $"no active rep has department {id} as the usual one." : "the case names no department.";
            notes.Add(new ReportProblem { Type = ProblemTypes.NoColleague, Detail = "The rep who answered last is disabled, and nobody can be suggested: " + department });
        }
    }
}
