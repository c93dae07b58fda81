using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.EmbeddedHost.Management;

/// <summary>Reads the API's query parameters; what cannot be read counts as not given.</summary>
internal sealed class RequestQuery(HttpRequest request)
{
    public string? Text(string name) => request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

    public bool? Flag(string name) => bool.TryParse(Text(name), out var value) ? value : null;

    public int? Number(string name) =>
        int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    public TimeSpan? Seconds(string name) =>
        double.TryParse(Text(name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0 and < 1e9
            ? TimeSpan.FromSeconds(value)
            : null;

    public DateTimeOffset? Time(string name) =>
        DateTimeOffset.TryParse(Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value) ? value : null;

    public IReadOnlyList<OrchestrationRuntimeStatus>? Statuses()
    {
        var statuses = new List<OrchestrationRuntimeStatus>();
        foreach (var name in request.Query["runtimeStatus"].SelectMany(v => (v ?? "").Split(',')))
        {
            if (Enum.TryParse<OrchestrationRuntimeStatus>(name, out var status))
            {
                statuses.Add(status);
            }
        }

        return statuses.Count > 0 ? statuses : null;
    }

    public string? ContinuationToken() => request.Headers["x-ms-continuation-token"] is [{ Length: > 0 } token, ..] ? token : null;
}
