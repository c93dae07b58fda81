using System.Reflection;

namespace FuseDeskFlows.EmbeddedHost.Worker.Functions;

/// <summary>A function of the app, ready to run.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Method">Its method.</param>
/// <param name="Trigger">What starts it.</param>
/// <param name="Parameters">Where its parameters come from, in order.</param>
/// <param name="Outputs">Where its result goes.</param>
internal sealed record FunctionDescriptor(
    string Name, MethodInfo Method, FunctionTrigger Trigger, IReadOnlyList<ParameterSource> Parameters, FunctionOutputs Outputs)
{
    /// <summary>What runs tell of the function.</summary>
    public EmbeddedFunctionDefinition Definition { get; } = new(Name, Method);
}
