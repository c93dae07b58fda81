using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.EmbeddedHost.Worker.Functions;

/// <summary>What a trigger says of itself.</summary>
internal sealed class TriggerData(IReadOnlyDictionary<string, object?> data) : BindingContext
{
    /// <summary>Nothing.</summary>
    public static readonly TriggerData None = new(new Dictionary<string, object?>(StringComparer.Ordinal));

    public override IReadOnlyDictionary<string, object?> BindingData => data;
}
