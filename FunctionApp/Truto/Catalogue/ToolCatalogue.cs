using FuseDeskFlows.Truto.Http;
using FuseDeskFlows.Truto.Settings;
using FuseDeskFlows.Truto.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Truto.Catalogue;

/// <summary>
/// The account's tools, read once and kept for <see cref="TrutoOptions.CatalogueLifetime"/>. Truto has deprecated <c>/tools</c>, so
/// that it may vanish: then the last known tools serve, else the built-in names, and one warning says so.
/// </summary>
internal sealed class ToolCatalogue(IOptions<TrutoOptions> options, TimeProvider time, ILogger<ToolCatalogue> logger) : IDisposable
{
    // Long enough that a missing /tools costs next to nothing, short enough that an outage of a minute is not felt for an hour.
    private static readonly TimeSpan FailureLifetime = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Entry? _entry;
    private bool _warned;

    /// <summary>The account's tools; of many callers at once, one reads and the others wait for it.</summary>
    public async Task<ToolSet> GetAsync(TrutoHttp http, CancellationToken cancellationToken)
    {
        if (Fresh is { } known)
        {
            return known;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (Fresh is { } readMeanwhile)
            {
                return readMeanwhile;
            }

            var (tools, lifetime) = await ReadAsync(http, cancellationToken);
            _entry = new Entry(tools, time.GetUtcNow() + lifetime);
            return tools;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();

    private ToolSet? Fresh => _entry is { } current && time.GetUtcNow() < current.Until ? current.Tools : null;

    private async Task<(ToolSet Tools, TimeSpan Lifetime)> ReadAsync(TrutoHttp http, CancellationToken cancellationToken)
    {
        var trouble = "it is not a list of tools";
        try
        {
            var account = Uri.EscapeDataString(options.Value.IntegratedAccountId);

            // Truto hides tools without a description unless asked not to; a hidden tool would look like a missing one.
            using var response =
                await http.GetAsync("/tools", $"integrated-account/{account}/tools", [new("has_description", "false")], cancellationToken);
            if (response.IsSuccess && CatalogueReader.Parse(response.ReadJson()) is { } tools)
            {
                _warned = false;
                return (tools, options.Value.CatalogueLifetime);
            }

            if (response.RateLimit is not null)
            {
                return (Substitute, FailureLifetime); // waiting will do; nothing is wrong with /tools
            }

            if (!response.IsSuccess)
            {
                trouble = $"status {response.Status}";
            }
        }
        catch (TrutoException exception)
        {
            trouble = exception.Message;
        }

        if (!_warned)
        {
            _warned = true;
            logger.ToolListUnusable(trouble, _entry is null ? "Built-in" : "The last known");
        }

        return (Substitute, FailureLifetime);
    }

    private ToolSet Substitute => _entry?.Tools ?? ToolSet.BuiltIn;

    private sealed record Entry(ToolSet Tools, DateTimeOffset Until);
}
