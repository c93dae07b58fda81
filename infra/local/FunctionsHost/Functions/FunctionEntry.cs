namespace LocalFunctionsHost.Functions;

/// <summary>One function of the app, as functions.metadata has it.</summary>
/// <param name="Name">Its name, unique in the app; case does not matter.</param>
/// <param name="ScriptFile">The app's assembly, relative to the app's folder.</param>
/// <param name="EntryPoint">The method's full name.</param>
/// <param name="Language">What the worker expects here, <c>dotnet-isolated</c>.</param>
/// <param name="Bindings">Its trigger and what else is bound.</param>
public sealed record FunctionEntry(string Name, string ScriptFile, string EntryPoint, string Language, IReadOnlyList<BindingEntry> Bindings)
{
    /// <summary>What the host and the worker call the function by in their conversation.</summary>
    public string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>The binding that starts the function.</summary>
    public BindingEntry Trigger { get; } = Bindings.First(binding => binding.IsTrigger);

    /// <summary>The durable clients that the function asks for.</summary>
    public IReadOnlyList<BindingEntry> Clients { get; } = [.. Bindings.Where(binding => binding.Is("durableClient"))];

    /// <summary>How often and how fast a failed invocation is tried again; null where the function says nothing.</summary>
    public RetryOptions? Retry { get; init; }

    /// <summary>Whether requests start the function.</summary>
    public bool IsHttp => Trigger.Is("httpTrigger");
}
