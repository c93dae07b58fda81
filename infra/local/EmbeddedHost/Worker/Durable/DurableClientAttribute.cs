using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Binds a parameter to the durable task client.</summary>
public sealed class DurableClientAttribute : InputBindingAttribute
{
    /// <summary>The task hub; there is one here, so that this is read on Azure only.</summary>
    public string? TaskHub { get; set; }

    /// <summary>The setting that holds the task hub's connection; read on Azure only.</summary>
    public string? ConnectionName { get; set; }
}
