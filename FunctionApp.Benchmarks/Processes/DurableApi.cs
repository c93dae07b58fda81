using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace FuseDeskFlows.Benchmarks.Processes;

/// <summary>Durable Functions' own management API.</summary>
/// <param name="client">Reaches the host.</param>
internal sealed class DurableApi(HttpClient client)
{
    private const string Root = "/runtime/webhooks/durabletask";
    private const int LastEvents = 4;

    /// <summary>Starts an orchestration.</summary>
    /// <param name="name">Which.</param>
    /// <param name="id">The instance's id.</param>
    /// <param name="input">Its input.</param>
    /// <returns>What the host answered.</returns>
    public async Task<HttpStatusCode> TryStartAsync(string name, string id, object? input)
    {
        using var answer = await client.PostAsJsonAsync($"{Root}/orchestrators/{name}/{id}", input);
        return answer.StatusCode;
    }

    /// <summary>Starts an orchestration.</summary>
    /// <param name="name">Which.</param>
    /// <param name="input">Its input.</param>
    /// <returns>The instance's id.</returns>
    /// <exception cref="InvalidOperationException">The host refused it.</exception>
    public async Task<string> StartAsync(string name, object? input)
    {
        var id = Guid.NewGuid().ToString("N");
        var status = await TryStartAsync(name, id, input);
        return status == HttpStatusCode.Accepted ? id : throw new InvalidOperationException($"{name} was not started: {status}");
    }

    /// <summary>Raises an event.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="name">The event.</param>
    /// <param name="value">Its value.</param>
    /// <returns>What the host answered.</returns>
    public async Task<HttpStatusCode> TryRaiseAsync(string id, string name, string value)
    {
        using var answer = await client.PostAsJsonAsync($"{Root}/instances/{id}/raiseEvent/{name}", value);
        return answer.StatusCode;
    }

    /// <summary>Signals an entity.</summary>
    /// <param name="entity">Its name.</param>
    /// <param name="key">Its key.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="input">The operation's input.</param>
    /// <returns>What the host answered.</returns>
    public async Task<HttpStatusCode> TrySignalAsync(string entity, string key, string operation, string input)
    {
        using var answer = await client.PostAsJsonAsync($"{Root}/entities/{entity}/{key}?op={operation}", input);
        return answer.StatusCode;
    }

    /// <summary>Reads an entity's state.</summary>
    /// <typeparam name="T">What it is.</typeparam>
    /// <param name="entity">Its name.</param>
    /// <param name="key">Its key.</param>
    /// <returns>The state; none if there is no such entity.</returns>
    public async Task<T?> EntityAsync<T>(string entity, string key)
    {
        using var answer = await client.GetAsync(new Uri($"{Root}/entities/{entity}/{key}", UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.NotFound
            ? default
            : await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<T>();
    }

    /// <summary>Reads an instance.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>It; null if there is none.</returns>
    public async Task<DurableInstance?> FindAsync(string id)
    {
        using var answer = await client.GetAsync(new Uri($"{Root}/instances/{id}", UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.NotFound
            ? null
            : await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<DurableInstance>(JsonSerializerOptions.Web);
    }

    /// <summary>Tells where an instance is.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The last events of its history, as the API tells them.</returns>
    public async Task<IReadOnlyList<string>> LastEventsAsync(string id)
    {
        var instance = await client.GetFromJsonAsync<JsonElement>($"{Root}/instances/{id}?showHistory=true&showHistoryOutput=true");
        return [.. instance.GetProperty("historyEvents").EnumerateArray().TakeLast(LastEvents).Select(line => line.ToString())];
    }

    /// <summary>Waits for an instance's end.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="patience">For how long.</param>
    /// <returns>It.</returns>
    /// <exception cref="InvalidOperationException">It failed, or did not end.</exception>
    public async Task<DurableInstance> EndAsync(string id, TimeSpan patience)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < patience; await Task.Delay(50))
        {
            if (await FindAsync(id) is { HasEnded: true } instance)
            {
                return instance.Succeeded
                    ? instance
                    : throw new InvalidOperationException($"{instance.Name} ended as {instance.RuntimeStatus}: {instance.Output}");
            }
        }

        throw new InvalidOperationException($"A run did not end within {patience}.");
    }
}
