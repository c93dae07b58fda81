using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.Truto.Tools;
using FuseDeskFlows.TrutoSandbox;

namespace FuseDeskFlows.Benchmarks.Agent;

/// <summary>
/// The loop that people write: the transcript is a list in memory, and a helper sleeps after a 429 for <c>ratelimit-reset</c> seconds,
/// three times for a call.
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

            var results = await Task.WhenAll(calls.Select(call => CallAsync(call!["function"]!, killed)));
            if (results.Any(result => result is null))
            {
                return false; // the helper throws, and with it the loop ends
            }

            foreach (var (call, result) in calls.Zip(results))
            {
                var id = call!["id"]!.GetValue<string>();
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
        var path = call["name"]!.GetValue<string>() switch
        {
            ToolNames.GetCase => $"cases/{arguments.GetProperty("id")}",
            ToolNames.GetRep => $"reps/{arguments.GetProperty("id")}",
            _ => "departments",
        };
        for (var attempt = 0; attempt < Retries; attempt++)
        {
            using var response = await _truto.GetAsync(new Uri($"proxy/{path}?integrated_account_id={_account}", UriKind.Relative), killed);
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
