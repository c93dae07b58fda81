using System.Net.Http.Json;
using System.Text.Json;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Host;

/// <summary>The durable extension's management API, as tests use it.</summary>
internal static class Management
{
    private const string Root = "/runtime/webhooks/durabletask";

    public static async Task StartRunAsync(this TinyAppHost host, string orchestration, string id, object? input)
    {
        using var body = JsonContent.Create(input);
        using var answer = await host.Http.PostAsync(
            $"{Root}/orchestrators/{orchestration}/{id}", body, TestContext.Current.CancellationToken);
        Assert.Equal(202, (int)answer.StatusCode);
    }

    /// <summary>The status of an instance.</summary>
    public static async Task<JsonElement> StatusAsync(this TinyAppHost host, string id)
    {
        using var answer = await host.Http.GetAsync($"{Root}/instances/{id}", TestContext.Current.CancellationToken);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    /// <summary>The instances that run.</summary>
    public static async Task<string[]> RunningAsync(this TinyAppHost host)
    {
        var instances = await host.Http.GetFromJsonAsync<JsonElement>(
            $"{Root}/instances?runtimeStatus=Running", TestContext.Current.CancellationToken);
        return [.. instances.EnumerateArray().Select(instance => instance.GetProperty("instanceId").GetString()!)];
    }

    /// <summary>Waits for an instance's end.</summary>
    public static async Task<(string Status, string Output)> EndAsync(this TinyAppHost host, string id)
    {
        var status = default(JsonElement);
        await Eventually.TrueAsync(
            async () =>
            {
                status = await host.StatusAsync(id);
                return status.GetProperty("runtimeStatus").GetString() is "Completed" or "Failed" or "Terminated";
            },
            $"{id} ends");
        return (status.GetProperty("runtimeStatus").GetString()!, status.GetProperty("output").ToString());
    }

    /// <summary>Waits until the app has written a line.</summary>
    public static Task AppWroteAsync(this TinyAppHost host, string what) => Eventually.TrueAsync(
        () => host.AppLog.Any(line => line.Contains($"\"{what}\"", StringComparison.Ordinal)), $"the app writes {what}");
}
