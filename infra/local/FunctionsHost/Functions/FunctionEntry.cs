namespace LocalFunctionsHost.Functions;

/// <summary>One function of the app, as functions.metadata has it. Its name is unique in the app, whatever its case.</summary>
internal sealed record FunctionEntry(
    string Name, string ScriptFile, string EntryPoint, string Language, IReadOnlyList<BindingEntry> Bindings)
{
    /// <summary>What the host and the worker call the function by in their conversation.</summary>
    public string Id { get; } = Guid.NewGuid().ToString();

    public BindingEntry Trigger { get; } = Bindings.First(binding => binding.IsTrigger);
    public IReadOnlyList<BindingEntry> Clients { get; } = [.. Bindings.Where(binding => binding.Is("durableClient"))];
    public RetryOptions? Retry { get; init; }
    public bool IsHttp => Trigger.Is("httpTrigger");
}
