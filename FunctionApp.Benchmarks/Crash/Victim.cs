namespace FuseDeskFlows.Benchmarks.Crash;

/// <summary>Who is killed.</summary>
internal enum Victim
{
    /// <summary>The host; its worker is left over.</summary>
    Host,

    /// <summary>The worker; the host is to start another.</summary>
    Worker,

    /// <summary>Both at once, as if the machine had failed.</summary>
    Both,
}
