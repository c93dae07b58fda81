using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.EmbeddedHost.Worker.Functions;

/// <summary>A function as runs see it.</summary>
internal sealed class EmbeddedFunctionDefinition(string name, MethodInfo method) : FunctionDefinition
{
    public override string PathToAssembly { get; } = method.Module.FullyQualifiedName;

    public override string EntryPoint { get; } = $"{method.DeclaringType!.FullName}.{method.Name}";

    public override string Id => name;

    public override string Name => name;
}
