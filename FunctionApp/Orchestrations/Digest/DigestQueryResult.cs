using System.Diagnostics.CodeAnalysis;
using FuseDeskFlows.Reports.Digest;

namespace FuseDeskFlows.Orchestrations.Digest;

/// <summary>A digest's request, understood or not.</summary>
internal sealed record DigestQueryResult
{
    private DigestQueryResult()
    {
    }

    [MemberNotNullWhen(true, nameof(Query))]
    [MemberNotNullWhen(false, nameof(Field), nameof(Fault))]
    public bool IsValid => Query is not null;

    public DigestQuery? Query { get; private init; }

    /// <summary>The field that is wrong.</summary>
    public string? Field { get; private init; }

    /// <summary>What is wrong with it, for the caller.</summary>
    public string? Fault { get; private init; }

    public static DigestQueryResult Valid(DigestQuery query) => new() { Query = query };

    public static DigestQueryResult Invalid(string field, string fault) => new() { Field = field, Fault = fault };
}
