namespace FuseDeskFlows.Truto.Http;

/// <summary>Why a response's body is no JSON to work with.</summary>
internal enum BodyFault
{
    /// <summary>It is JSON.</summary>
    None = 0,

    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It is larger than the settings allow, so it was not read.</summary>
    TooLarge,

    /// <summary>It is JSON, nested deeper than is read.</summary>
    TooDeep,

    /// <summary>It is something else, or breaks off.</summary>
    NotJson,
}
