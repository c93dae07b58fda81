using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace FuseDeskFlows.EmbeddedHost.Engine.Tracing;

/// <summary>Gives a span the id that was promised for it. .NET has no public way to; Durable Functions takes this one too, and a test watches it.</summary>
internal static class SpanIds
{
    public static void Set(Activity span, string id) => Field(span) = id;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_spanId")]
    private static extern ref string? Field(Activity span);
}
