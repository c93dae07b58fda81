namespace FuseDeskFlows.TrutoSandbox.Faults;

/// <summary>The faults to come, oldest first. Safe for many threads.</summary>
internal sealed class FaultQueue
{
    private readonly Lock gate = new();
    private readonly List<Fault> faults = [];

    /// <summary>Those that are not used up.</summary>
    public IReadOnlyList<Fault> Pending
    {
        get
        {
            lock (gate)
            {
                return [.. faults];
            }
        }
    }

    /// <summary>Adds some.</summary>
    public void Add(IEnumerable<Fault> more)
    {
        lock (gate)
        {
            faults.AddRange(more);
        }
    }

    /// <summary>Takes the first one for a call, if any.</summary>
    public Fault? Take(string template, string path, string? resource, string? method)
    {
        lock (gate)
        {
            var index = faults.FindIndex(fault => Matches(fault, template, path, resource, method));
            if (index < 0)
            {
                return null;
            }

            var fault = faults[index];
            if (fault.Count > 1)
            {
                faults[index] = fault with { Count = fault.Count - 1 };
            }
            else
            {
                faults.RemoveAt(index);
            }

            return fault;
        }
    }

    private static bool Matches(Fault fault, string template, string path, string? resource, string? method) =>
        fault.Route is { } route
            ? route is "*" || string.Equals(route, template, StringComparison.OrdinalIgnoreCase) || string.Equals(route, path, StringComparison.OrdinalIgnoreCase)
            : string.Equals(fault.Resource, resource, StringComparison.Ordinal)
              && (fault.Method is null || string.Equals(fault.Method, method, StringComparison.Ordinal));
}
