using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox;

namespace FuseDeskFlows.Benchmarks.Agent;

/// <summary>
/// The loop that people write: the transcript is a list in memory, calls are made one after another, and a helper sleeps after a 429 for
/// <c>ratelimit-reset</c> seconds, three times for a call; then it throws. A person approves each write at once.
/// </summary>
internal sealed class ArticleLoop : IDisposable
{
    private const int Retries = 3;

    private readonly HttpClient _truto;
    private readonly HttpClient _model;
    private readonly string _account;

    /// <summary>Prepares the loop.</summary>
    /// <param name="sandbox">Where FuseDesk is.</param>
    /// <param name="model">Where the model is.</param>
    public ArticleLoop(SandboxServer sandbox, Uri model)
    {
        _truto = new HttpClient { BaseAddress = sandbox.BaseUrl };
        _truto.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", sandbox.ApiToken);
        _account = Uri.EscapeDataString(sandbox.IntegratedAccountId);
        _model = new HttpClient { BaseAddress = model };
    }

    /// <summary>Has one conversation, from its beginning.</summary>
    /// <param name="prompt">What is asked.</param>
    /// <param name="killed">Ends the process.</param>
    /// <returns>Whether there is an answer.</returns>
    public async Task<bool> RunAsync(string prompt, CancellationToken killed)
    {
        var messages = new JsonArray(
            new JsonObject { ["role"] = "system", ["content"] = "You answer questions about a helpdesk." },
            new JsonObject { ["role"] = "user", ["content"] = prompt });
        while (true)
        {
            var question = new JsonObject { ["model"] = "test-model", ["messages"] = messages.DeepClone() };
            using var answer = await _model.PostAsJsonAsync(new Uri("v1/chat/completions", UriKind.Relative), question, killed);
            var message = JsonNode.Parse(await answer.Content.ReadAsStringAsync(killed))!["choices"]![0]!["message"]!;
            messages.Add(message.DeepClone());
            if (message["tool_calls"] is not JsonArray calls)
            {
                return true;
            }

            foreach (var call in calls)
            {
                if (await CallAsync(call!["function"]!, killed) is not { } result)
                {
                    return false; // the helper throws, and with it the loop ends
                }

                var id = call["id"]!.GetValue<string>();
                messages.Add(new JsonObject { ["role"] = "tool", ["tool_call_id"] = id, ["content"] = result });
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _truto.Dispose();
        _model.Dispose();
    }

    private async Task<string?> CallAsync(JsonNode call, CancellationToken killed)
    {
        var arguments = JsonElement.Parse(call["arguments"]!.GetValue<string>());
        var writes = call["name"]!.GetValue<string>() is Conversations.AddNote;
        var path = writes ? "addnote" : arguments.GetProperty("id").GetString();
        var address = new Uri($"proxy/cases/{path}?integrated_account_id={_account}", UriKind.Relative);
        for (var attempt = 0; attempt < Retries; attempt++)
        {
            using var response = writes
                ? await _truto.PostAsJsonAsync(address, arguments, killed)
                : await _truto.GetAsync(address, killed);
            if (response.StatusCode != HttpStatusCode.TooManyRequests)
            {
                return await response.Content.ReadAsStringAsync(killed);
            }

            var reset = response.Headers.GetValues("ratelimit-reset").First();
            await Task.Delay(TimeSpan.FromSeconds(double.Parse(reset, CultureInfo.InvariantCulture)), killed);
        }

        return null;
    }
}
