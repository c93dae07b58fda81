namespace FuseDeskFlows.TrutoSandbox.Faults;

/// <summary>The faults to come, oldest first. Safe for many threads.</summary>
internal sealed class FaultQueue
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];

    /// <summary>Those that are not used up.</summary>
    public IReadOnlyList<Fault> Pending
    {
        get
        {
            lock (_gate)
            {
                return [.. _faults];
            }
        }
    }

    /// <summary>Adds some.</summary>
    public void Add(IEnumerable<Fault> more)
    {
        lock (_gate)
        {
            _faults.AddRange(more);
        }
    }

    /// <summary>Takes the first one for a call, if any.</summary>
    public Fault? Take(string template, string path, string? resource, string? method)
    {
        lock (_gate)
        {
            var index = _faults.FindIndex(fault => Matches(fault, template, path, resource, method));
            if (index < 0)
            {
                return null;
            }

            var fault = _faults[index];
            if (fault.Count > 1)
            {
                _faults[index] = fault with { Count = fault.Count - 1 };
            }
            else
            {
                _faults.RemoveAt(index);
            }

            return fault;
        }
    }

    private static bool Matches(Fault fault, string template, string path, string? resource, string? method) =>
        fault.Route is { } route
            ? route is "*"
                || string.Equals(route, template, StringComparison.OrdinalIgnoreCase)
                || string.Equals(route, path, StringComparison.OrdinalIgnoreCase)
            : string.Equals(fault.Resource, resource, StringComparison.Ordinal)
              && (fault.Method is null || string.Equals(fault.Method, method, StringComparison.Ordinal));
}
