using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Lookup;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Orchestrations.Triage;

/// <summary>
/// The steps of a triage that name the case's department and the rep who answered last, and find a colleague for one who is disabled.
/// </summary>
internal sealed class TriageRepStep(FlowContext flow, TriageReportBuilder builder)
{
    public async Task FindAsync(Case supportCase)
    {
        var last = CaseHistoryFacts.LastAnswerByRep(supportCase);
        if (last?.RepId is null)
        {
            builder.Add(CaseHistoryFacts.WhyNobodyAnswered(supportCase));
        }
        else
        {
            flow.StartStep("finding the rep who answered last");
        }

        RepId[] reps = last?.RepId is { } known ? [known] : [];
        DepartmentId[] departments = supportCase.DepartmentId is { } department ? [department] : [];
        if (reps.Length + departments.Length == 0)
        {
            return;
        }

        var directory = await new DirectoryLookup(flow).FindAsync(reps, departments);
        NameDepartment(departments, directory);
        if (last?.RepId is { } repId)
        {
            await FindRepAsync(supportCase, last, repId, directory);
        }
    }

    private void NameDepartment(DepartmentId[] departments, DirectorySnapshot directory)
    {
        builder.Report = builder.Report with { Case = directory.Name(builder.Report.Case) };
        if (directory.DepartmentsProblem is { } problem && departments.Any(id => directory.Department(id) is null))
        {
            builder.Add(problem);
        }
    }

    private async Task FindRepAsync(Case supportCase, HistoryItem last, RepId repId, DirectorySnapshot directory)
    {
        var (rep, asOf) = (directory.Rep(repId), directory.RepsAsOf);
        var active = asOf is null ? null : rep?.Active;
        if (active is null)
        {
            // Whom the list lacks, or who stood on it too long ago, can still be asked for alone.
            asOf = flow.UtcNow;
            var answer = await flow.CallToolAsync<Rep>(ToolNames.GetRep, repId);
            builder.Add(answer.Value is null ? [answer.Problem($"Rep {repId}, who answered last,")] : []);
            (rep, active) = (answer.Value ?? rep, answer.Value?.Active);
        }

        builder.Report = builder.Report with
        {
            LastRep = new()
            {
                Id = repId,
                Name = rep?.Name ?? last.AuthorName,
                Active = active,
                ActiveAsOf = active is null ? null : asOf,
                AnsweredAt = last.At,
            },
        };
        if (active is false)
        {
            FindColleague(supportCase, repId, directory);
        }
    }

    private void FindColleague(Case supportCase, RepId disabled, DirectorySnapshot directory)
    {
        if (directory is { RepsAsOf: null, RepsProblem: { } problem })
        {
            builder.Add(problem);
            return;
        }

        var colleague = ColleagueSelector.For(directory.Reps, supportCase, disabled);
        builder.Report = builder.Report with { LastRep = builder.Report.LastRep! with { Alternative = colleague } };
        if (colleague is null && directory.RepsProblem is { } incomplete)
        {
            builder.Add(incomplete);
        }
        else if (colleague is null)
        {
            var why = supportCase.DepartmentId is { } id
                ? $"no active rep{(directory.MayLackReps ? " that could be read" : "")} has department {id} as the usual one."
                : "the case names no department.";
            builder.Add(new ReportProblem
            {
                Type = ProblemTypes.NoColleague,
                Detail = "The rep who answered last is disabled, and nobody can be suggested: " + why,
            });
        }
    }
}
