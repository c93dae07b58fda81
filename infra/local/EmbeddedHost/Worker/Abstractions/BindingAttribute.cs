namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>What a function's parameter or result is bound to.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class BindingAttribute : Attribute
{
    private protected BindingAttribute()
    {
    }
}
