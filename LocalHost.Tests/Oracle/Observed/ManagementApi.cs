using System.Text.Json;
using LocalHost.Tests.Oracle.Wire;

namespace LocalHost.Tests.Oracle.Observed;

/// <summary>The management API of durable functions, as far as observations need it.</summary>
internal static class ManagementApi
{
    private const string Root = "/runtime/webhooks/durabletask";

    /// <summary>Asks below the API's root.</summary>
    public static Task<RawAnswer> AskAsync(int port, string method, string path, CancellationToken cancellationToken, string? token = null)
    {
        var headers = new Dictionary<string, string?>();
        if (token is not null)
        {
            headers["x-ms-continuation-token"] = token;
        }

        return RawClient.SendAsync(port, new RawRequest(method, Root + path, headers, null), cancellationToken);
    }

    public static IReadOnlyList<JsonElement> Instances(RawAnswer answer)
    {
        using var document = JsonDocument.Parse(answer.Body);
        return [.. document.RootElement.Clone().EnumerateArray()];
    }

    /// <summary>An instance's id.</summary>
    public static string Id(JsonElement instance) => instance.GetProperty("instanceId").GetString()!;

    /// <summary>An instance's status.</summary>
    public static string Status(JsonElement instance) => instance.GetProperty("runtimeStatus").GetString()!;
}
