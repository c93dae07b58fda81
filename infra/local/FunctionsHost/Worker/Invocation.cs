using LocalFunctionsHost.Functions;
using LocalFunctionsHost.Worker.Wire;

namespace LocalFunctionsHost.Worker;

/// <summary>One run of a function, for the worker.</summary>
/// <param name="Function">The function.</param>
internal sealed record Invocation(FunctionEntry Function)
{
    /// <summary>By which the worker's answer finds its way back.</summary>
    public string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>The values of the function's input bindings, the trigger among them.</summary>
    public required IReadOnlyList<(string Name, TypedData Data)> Inputs { get; init; }

    /// <summary>What the trigger tells beside its value.</summary>
    public IReadOnlyDictionary<string, object?> Metadata { get; init; } = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How often it was tried already; null where the function is not tried again.</summary>
    public RetryContext? Retry { get; init; }
}
