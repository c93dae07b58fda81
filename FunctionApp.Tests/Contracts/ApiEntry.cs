namespace FuseDeskFlows.Tests.Contracts;

/// <summary>A type or member of a public API.</summary>
/// <param name="Id">Its documentation id.</param>
/// <param name="Type">A type's base, a method's result, a property's or field's type.</param>
/// <param name="Modifiers">As the table writes them.</param>
internal sealed record ApiEntry(string Id, string Type, string Modifiers);
