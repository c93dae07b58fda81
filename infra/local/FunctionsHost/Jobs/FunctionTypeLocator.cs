using Microsoft.Azure.WebJobs;

namespace LocalFunctionsHost.Jobs;

/// <summary>Shows WebJobs the emitted type, and nothing else.</summary>
internal sealed class FunctionTypeLocator(Type functions) : ITypeLocator
{
    /// <inheritdoc />
    public IReadOnlyList<Type> GetTypes() => [functions];
}
