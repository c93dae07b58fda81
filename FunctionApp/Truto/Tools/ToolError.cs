namespace FuseDeskFlows.Truto.Tools;

/// <summary>Why a call was refused, in words for the person who must act. It never quotes what customers wrote.</summary>
public sealed record ToolError
{
    /// <summary>What kind of refusal it is.</summary>
    public required ToolErrorKind Kind { get; init; }

    /// <summary>The tool that was called, by Truto's name.</summary>
    public required string Tool { get; init; }

    /// <summary>What happened and what to do about it.</summary>
    public required string Message { get; init; }

    /// <summary>The HTTP status.</summary>
    public int? Status { get; init; }

    /// <summary>FuseDesk's error code, such as <c>api_error_noscope</c>.</summary>
    public string? Code { get; init; }

    /// <summary>The scopes that the key lacks, as far as Truto names them.</summary>
    public IReadOnlyList<string> MissingScopes { get; init; } = [];
}
