namespace LocalFunctionsHost.Worker;

/// <summary>What a function that succeeded handed back.</summary>
/// <param name="Return">What it returned.</param>
/// <param name="Outputs">The values of its output bindings, by their names.</param>
internal sealed record InvocationResult(object? Return, IReadOnlyDictionary<string, object?> Outputs);
