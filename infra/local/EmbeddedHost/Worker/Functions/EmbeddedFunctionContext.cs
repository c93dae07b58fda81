using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.EmbeddedHost.Worker.Functions;

/// <summary>One run of a function.</summary>
internal sealed class EmbeddedFunctionContext(
    FunctionDescriptor function, object trigger, TriggerData data, IServiceProvider services, CancellationToken cancellationToken) : FunctionContext
{
    /// <summary>The function.</summary>
    public FunctionDescriptor Function => function;

    /// <summary>The object that started the run, of a type that the trigger's binder knows.</summary>
    public object Trigger => trigger;

    /// <summary>What the function returned.</summary>
    public object? Result { get; set; }

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => function.Definition.Id;

    public override BindingContext BindingContext => data;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => function.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override CancellationToken CancellationToken => cancellationToken;
}
