namespace FuseDeskFlows.EmbeddedHost.Worker.Functions;

/// <summary>A call of the durable engine.</summary>
/// <param name="Name">The name under which the engine knows the function.</param>
internal sealed record OrchestrationFunctionTrigger(string Name) : FunctionTrigger
{
    public override string Describe(string baseAddress) => "orchestrationTrigger";
}
