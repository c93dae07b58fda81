using FuseDeskFlows.Activities.Tools;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Lookup;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Orchestrations.Triage;

/// <summary>The steps of a triage that find the rep who answered last, and a colleague for one who is disabled.</summary>
internal sealed class TriageRepStep(FlowContext flow, TriageReportBuilder builder)
{
    public async Task FindAsync(Case supportCase)
    {
        if (CaseHistoryFacts.LastAnswerByRep(supportCase) is not { RepId: { } repId } last)
        {
            builder.Add(CaseHistoryFacts.WhyNobodyAnswered(supportCase));
            return;
        }

        flow.StartStep("finding the rep who answered last");
        var answer = await flow.CallToolAsync<Rep>(ToolNames.GetRep, repId);
        builder.Report = builder.Report with
        {
            LastRep = new()
            {
                Id = repId,
                Name = answer.Value?.Name ?? last.AuthorName,
                Active = answer.Value?.Active,
                AnsweredAt = last.At,
            },
        };
        if (answer.Value is null)
        {
            builder.Add(answer.Problem($"Rep {repId}, who answered last,"));
        }
        else if (!answer.Value.Active)
        {
            await FindColleagueAsync(supportCase, repId);
        }
    }

    private async Task FindColleagueAsync(Case supportCase, RepId disabled)
    {
        flow.AddStep();
        flow.StartStep("finding a colleague for the disabled rep");
        var reps = await flow.ListAllAsync<Rep>(ToolNames.ListReps, cursor => new ListRepsInput { Cursor = cursor });
        if (reps.Value is null)
        {
            builder.Add(reps.Problem("The reps, among whom a colleague was to be found,"));
            return;
        }

        var colleague = ColleagueSelector.For(reps.Value, supportCase, disabled);
        builder.Report = builder.Report with { LastRep = builder.Report.LastRep! with { Alternative = colleague } };
        if (colleague is null)
        {
            var why = supportCase.DepartmentId is { } id
                ? $"no active rep{(flow.MayLack(ToolNames.ListReps) ? " that could be read" : "")} has department {id} as the usual one."
                : "the case names no department.";
            builder.Add(new ReportProblem
            {
                Type = ProblemTypes.NoColleague,
                Detail = "The rep who answered last is disabled, and nobody can be suggested: " + why,
            });
        }
    }
}
