namespace FuseDeskFlows.RateLimiting.Settings;

/// <summary>How runs share quotas and how long they wait for them: configuration section <c>Truto</c>.</summary>
public sealed class RateLimitOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Truto";

    /// <summary>Which part of a window's calls background runs leave to interactive ones, from 0 to 0.9.</summary>
    public double InteractiveHeadroom { get; set; } = 0.1;

    /// <summary>How long one run waits for quotas, in all, before it ends with a failure.</summary>
    public TimeSpan MaxQuotaWait { get; set; } = TimeSpan.FromHours(24);

    /// <summary>What single flows do differently, by the flow's name.</summary>
    public IDictionary<string, FlowRateLimitOptions> Flows { get; } =
        new Dictionary<string, FlowRateLimitOptions>(StringComparer.OrdinalIgnoreCase);

    internal double HeadroomOf(string? flow) => Of(flow)?.InteractiveHeadroom ?? InteractiveHeadroom;

    internal TimeSpan MaxWaitOf(string? flow) => Of(flow)?.MaxQuotaWait ?? MaxQuotaWait;

    /// <summary>How many calls of a window background runs leave: rounded up, but one call always stays for them.</summary>
    internal static int HeadroomPermits(int limit, double headroom) =>
        Math.Max(0, Math.Min(limit - 1, (int)Math.Ceiling((limit * headroom) - 1e-9)));

    private FlowRateLimitOptions? Of(string? flow) => flow is not null && Flows.TryGetValue(flow, out var own) ? own : null;
}
