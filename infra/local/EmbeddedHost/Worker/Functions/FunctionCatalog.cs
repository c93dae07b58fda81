namespace FuseDeskFlows.EmbeddedHost.Worker.Functions;

/// <summary>The app's functions.</summary>
internal sealed class FunctionCatalog(IReadOnlyList<FunctionDescriptor> functions)
{
    private readonly Dictionary<string, FunctionDescriptor> _orchestrations = Index<OrchestrationFunctionTrigger>(functions, t => t.Name);
    private readonly Dictionary<string, FunctionDescriptor> _activities = Index<ActivityFunctionTrigger>(functions, t => t.Name);
    private readonly Dictionary<string, FunctionDescriptor> _entities = Index<EntityFunctionTrigger>(functions, t => t.Name);

    /// <summary>All functions, by name.</summary>
    public IReadOnlyList<FunctionDescriptor> Functions => functions;

    /// <summary>The orchestrations' names.</summary>
    public IReadOnlyCollection<string> Orchestrations => _orchestrations.Keys;

    public FunctionDescriptor? Orchestration(string name) => _orchestrations.GetValueOrDefault(name);

    public FunctionDescriptor? Activity(string name) => _activities.GetValueOrDefault(name);

    public FunctionDescriptor? Entity(string name) => _entities.GetValueOrDefault(name);

    /// <summary>The functions with a trigger of the given kind.</summary>
    public IEnumerable<(FunctionDescriptor Function, TTrigger Trigger)> With<TTrigger>()
        where TTrigger : FunctionTrigger =>
        functions.Where(f => f.Trigger is TTrigger).Select(f => (f, (TTrigger)f.Trigger));

    private static Dictionary<string, FunctionDescriptor> Index<TTrigger>(IEnumerable<FunctionDescriptor> functions, Func<TTrigger, string> name)
        where TTrigger : FunctionTrigger =>
        functions.Where(f => f.Trigger is TTrigger).ToDictionary(f => name((TTrigger)f.Trigger), StringComparer.OrdinalIgnoreCase);
}
