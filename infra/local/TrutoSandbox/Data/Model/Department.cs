namespace FuseDeskFlows.TrutoSandbox.Data.Model;

/// <summary>A department.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="RepUserIds">User ids of its reps, disabled ones too.</param>
internal sealed record Department(int Id, string Name, IReadOnlyList<int> RepUserIds);
