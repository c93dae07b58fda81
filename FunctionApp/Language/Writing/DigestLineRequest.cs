using FuseDeskFlows.FuseDesk;

namespace FuseDeskFlows.Language.Writing;

/// <summary>Asks for a case's line in a digest.</summary>
public sealed record DigestLineRequest : WritingRequest
{
    /// <summary>The case with its whole history.</summary>
    public required Case Case { get; init; }
}
