namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a run's trigger says of itself.</summary>
public abstract class BindingContext
{
    /// <summary>The trigger's data by name, such as route values or a message's id.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
