namespace FuseDeskFlows.Truto.Readers.Html;

/// <summary>An element that is open.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Role">What the mail program uses it for.</param>
/// <param name="IsHidden">True if it, or one around it, cannot be seen.</param>
/// <param name="HasNoSize">True if letters in it have no size.</param>
/// <param name="FirstLine">The line with which it begins.</param>
internal sealed record HtmlElement(string Name, HtmlRole Role, bool IsHidden, bool HasNoSize, int FirstLine);
