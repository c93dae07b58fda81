namespace FuseDeskFlows.FuseDesk;

/// <summary>A live chat as a list shows it: without its messages.</summary>
public sealed record ChatListItem : ChatHeader;
