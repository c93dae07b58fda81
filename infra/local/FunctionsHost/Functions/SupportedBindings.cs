namespace LocalFunctionsHost.Functions;

/// <summary>What this host can bind.</summary>
internal static class SupportedBindings
{
    private static readonly HashSet<string> Triggers = new(StringComparer.OrdinalIgnoreCase)
    {
        "httpTrigger", "timerTrigger", "queueTrigger", "orchestrationTrigger", "activityTrigger", "entityTrigger",
    };

    private static readonly HashSet<string> Others = new(StringComparer.OrdinalIgnoreCase) { "durableClient", "http", "queue" };

    /// <summary>Refuses what cannot be bound: a function that starts, but gets nothing, would be worse.</summary>
    /// <exception cref="HostStartException">The function asks for something else, or has no trigger.</exception>
    public static void Check(string function, IReadOnlyList<BindingEntry> bindings)
    {
        if (bindings.FirstOrDefault(b => !(b.IsTrigger ? Triggers : Others).Contains(b.Type)) is { } unknown)
        {
            throw new HostStartException(
                $"Function {function} binds {unknown.Name} as {unknown.Type}, which this host cannot do. It knows "
                + $"{string.Join(", ", Triggers.Concat(Others).Order(StringComparer.Ordinal))}.");
        }

        if (bindings.Count(b => b.IsTrigger) != 1)
        {
            throw new HostStartException($"Function {function} must have one trigger; it has {bindings.Count(b => b.IsTrigger)}.");
        }
    }
}
