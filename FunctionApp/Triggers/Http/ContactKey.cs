using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Triggers.Http;

/// <summary>How a request names a contact: by exactly one of the three.</summary>
/// <param name="Email">The whole address.</param>
/// <param name="Search">A text to search contacts by.</param>
/// <param name="ContactId">The id in FuseDesk.</param>
internal sealed record ContactKey(string? Email = null, string? Search = null, ContactId? ContactId = null);
