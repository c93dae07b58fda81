using FuseDeskFlows.TrutoSandbox.Data.Model;

namespace FuseDeskFlows.TrutoSandbox.Data;

/// <summary>The 25 reps, four of them disabled, and the six departments. The same for every seed.</summary>
internal sealed class Team
{
    private const int FirstUserId = 41;

    private static readonly (string First, string Last, int Department, bool Active)[] People =
    [
        ("Hannah", "Cole", 1, true), ("Victor", "Ames", 1, true), ("Lucia", "Ramos", 1, true), ("Owen", "Blake", 1, false),
        ("Grace", "Lindholm", 2, true), ("Peter", "Sowa", 2, true), ("Fatima", "Zahra", 2, true), ("Neil", "Harper", 2, false),
        ("Priya", "Nair", 3, true), ("Daniel", "Okafor", 3, true), ("Marcus", "Webb", 3, false), ("Tomasz", "Zielinski", 3, true),
        ("Ruth", "Amsel", 3, true), ("Kenji", "Mori", 3, true), ("Sofia", "Brandt", 3, true),
        ("Leah", "Stern", 4, true), ("Omar", "Haddad", 4, true), ("Julia", "Frank", 4, true),
        ("Simon", "Archer", 5, true), ("Nadia", "Petit", 5, true), ("Craig", "Dunn", 5, false), ("Elin", "Sand", 5, true),
        ("Mateo", "Rivas", 6, true), ("Paula", "Kern", 6, true), ("Theo", "Lang", 6, true),
    ];

    private static readonly string[] DepartmentNames =
    [
        "Sales", "Billing", "Technical Support", "Onboarding", "Account Management", "Affiliates",
    ];

    /// <summary>Hires the team.</summary>
    public Team()
    {
        // Rep records are numbered from 2041, backwards, so that nobody takes a repid for a user id by luck.
        Reps =
        [
            .. People.Select(
                (person, index) => new Rep(FirstUserId + index, 2065 - index, person.First, person.Last, person.Active, person.Department)),
        ];
        Departments =
        [
            .. DepartmentNames.Select(
                (name, index) =>
                    new Department(index + 1, name, [.. Reps.Where(rep => rep.DepartmentId == index + 1).Select(rep => rep.UserId)])),
        ];
    }

    /// <summary>All reps.</summary>
    public IReadOnlyList<Rep> Reps { get; }

    /// <summary>All departments, by number.</summary>
    public IReadOnlyList<Department> Departments { get; }

    /// <summary>A rep by user id, or null.</summary>
    public Rep? Find(int? userId) => userId is { } id && id >= FirstUserId && id < FirstUserId + Reps.Count ? Reps[id - FirstUserId] : null;

    /// <summary>A rep's name, also of one who no longer exists.</summary>
    public string NameOf(int? userId) => Find(userId)?.Name ?? (userId is null ? "FuseDesk" : "Former user");
}
