namespace FuseDeskFlows.Activities.Agent.Answers;

/// <summary>A statement of a model's answer that is not checked yet.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Cites">What it claims to rest on.</param>
internal sealed record ProposedStatement(string Text, IReadOnlyList<string> Cites);
