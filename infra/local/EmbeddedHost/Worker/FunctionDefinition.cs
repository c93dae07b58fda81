namespace Microsoft.Azure.Functions.Worker;

/// <summary>A function as it is declared.</summary>
public abstract class FunctionDefinition
{
    /// <summary>Where the function's assembly lies.</summary>
    public abstract string PathToAssembly { get; }

    /// <summary>The method, as Namespace.Type.Method.</summary>
    public abstract string EntryPoint { get; }

    /// <summary>Unique to the function.</summary>
    public abstract string Id { get; }

    /// <summary>The function's name.</summary>
    public abstract string Name { get; }
}
