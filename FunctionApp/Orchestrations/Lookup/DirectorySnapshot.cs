using FuseDeskFlows.Entities.Directory;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Orchestrations.Lookup;

/// <summary>What a run knows of reps and departments.</summary>
/// <param name="reps">The reps as they were last read.</param>
/// <param name="departments">The departments as they were last read.</param>
/// <param name="now">When the run learned it.</param>
internal sealed class DirectorySnapshot(DirectoryList<Rep> reps, DirectoryList<Department> departments, DateTimeOffset now)
{
    /// <summary>The reps; disabled ones are among them. Their names hold even where <see cref="RepsAsOf"/> is null.</summary>
    public IReadOnlyList<Rep> Reps => reps.Items;

    public IReadOnlyList<Department> Departments => departments.Items;

    /// <summary>As of when a rep is active or not; null if that is not known any more.</summary>
    public DateTimeOffset? RepsAsOf => reps.IsCurrent(now) ? reps.AsOf : null;

    /// <summary>Why the reps could not be read; null if they could.</summary>
    public ReportProblem? RepsProblem => reps.Problem;

    /// <summary>Why the departments could not be read; null if they could.</summary>
    public ReportProblem? DepartmentsProblem => departments.Problem;

    /// <summary>Whether there may be reps who are not known.</summary>
    public bool MayLackReps => reps.MayLack || reps.Problem is not null;

    /// <summary>Whether there may be departments that are not known.</summary>
    public bool MayLackDepartments => departments.MayLack || departments.Problem is not null;

    /// <summary>Whether the departments were ever read.</summary>
    public bool HasDepartments => departments.AsOf is not null;

    public Rep? Rep(RepId id) => Reps.FirstOrDefault(rep => rep.Id == id);

    public Department? Department(DepartmentId id) => Departments.FirstOrDefault(department => department.Id == id);

    /// <summary>The case with its department's name, as far as it is known.</summary>
    public ReportCase? Name(ReportCase? supportCase) =>
        supportCase?.Department is { Name: null } department && Department(department.Id)?.Name is { } name
            ? supportCase with { Department = department with { Name = name } }
            : supportCase;

    /// <summary>The rep with her name, and whether she is active, as far as that is known.</summary>
    public ReportRep? Name(ReportRep? rep) => rep is not null && Rep(rep.Id) is { } known
        ? rep with
        {
            Name = known.Name ?? rep.Name,
            Active = RepsAsOf is null ? rep.Active : known.Active,
            ActiveAsOf = RepsAsOf ?? rep.ActiveAsOf,
        }
        : rep;
}
