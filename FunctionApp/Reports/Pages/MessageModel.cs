namespace FuseDeskFlows.Reports.Pages;

/// <summary>A page that only says something: that nothing is there, or why not.</summary>
/// <param name="Heading">What happened.</param>
/// <param name="Text">What to do about it.</param>
/// <param name="Next">Where to go on; null where nothing is to be seen.</param>
public sealed record MessageModel(string Heading, string Text, PageLink? Next = null);
