namespace FuseDeskFlows.Truto.Catalogue;

/// <summary>A tool that changes something, as it is offered to a model or a person.</summary>
/// <param name="Name">The account's name of it.</param>
/// <param name="Description">What it does, and what to know of it.</param>
/// <param name="Schema">The JSON schema of its arguments, an object, as text.</param>
internal sealed record WriteTool(string Name, string Description, string Schema);
