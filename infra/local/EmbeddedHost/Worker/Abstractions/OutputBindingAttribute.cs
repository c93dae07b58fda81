namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Marks a result, or a property of it, that is written somewhere.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public abstract class OutputBindingAttribute : BindingAttribute
{
    private protected OutputBindingAttribute()
    {
    }
}
