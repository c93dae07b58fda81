namespace Microsoft.Azure.Functions.Worker;

/// <summary>One run of a function.</summary>
public abstract class FunctionContext
{
    /// <summary>Unique to this run.</summary>
    public abstract string InvocationId { get; }

    /// <summary>Unique to the function.</summary>
    public abstract string FunctionId { get; }

    /// <summary>What the trigger says of itself.</summary>
    public abstract BindingContext BindingContext { get; }

    /// <summary>The services of this run.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>The function.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>Anything that middleware and function share in this run.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>Cancelled when the run should end: the caller is gone, or the host stops.</summary>
    public virtual CancellationToken CancellationToken { get; } = CancellationToken.None;
}
