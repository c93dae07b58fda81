namespace FuseDeskFlows.Benchmarks.Agent;

/// <summary>A case that one conversation reads or writes, and no other.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Conversation">Which conversation.</param>
/// <param name="Turn">The turn that calls for it.</param>
/// <param name="IsWritten">Whether it gets a note.</param>
internal sealed record CaseOfConversation(long Id, int Conversation, int Turn, bool IsWritten);
