namespace FuseDeskFlows.FuseDesk;

/// <summary>A case as a list shows it: without any text, so that nothing can be summarised from it.</summary>
public sealed record CaseListItem : CaseHeader;
