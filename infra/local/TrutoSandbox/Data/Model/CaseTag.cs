namespace FuseDeskFlows.TrutoSandbox.Data.Model;

/// <summary>A tag for cases.</summary>
/// <param name="Id">Number.</param>
/// <param name="Name">Name.</param>
internal sealed record CaseTag(int Id, string Name);
