using System.Net;
using System.Text;
using System.Text.Json;
using FuseDeskFlows.Tests.Infra;

namespace FuseDeskFlows.Tests.EndToEnd;

/// <summary>Sends the requests of FunctionApp.http, one after the other, as a person would from an editor.</summary>
internal sealed class HttpStory(TriageApp app)
{
    private readonly Dictionary<string, JsonElement> _named = new(StringComparer.Ordinal);

    internal sealed record Answer(string Title, string Method, string Path, HttpStatusCode Status, string? MediaType, string Body);

    public async Task<IReadOnlyList<Answer>> RunAsync()
    {
        var answers = new List<Answer>();
        foreach (var block in HttpFile.Read(RepositoryFiles.Read("FunctionApp/FunctionApp.http")))
        {
            answers.Add(await SendAsync(block));
        }

        return answers;
    }

    private async Task<Answer> SendAsync(HttpFile.Block block)
    {
        using var request = new HttpRequestMessage(new(block.Method), Fill(block.Url));
        request.Content = block.Body.Length > 0 ? new StringContent(block.Body, Encoding.UTF8, "application/json") : null;
        foreach (var (name, value) in block.Headers.Where(header => header.Name is not "Content-Type"))
        {
            request.Headers.Add(name, Fill(value));
        }

        using var response = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (block.Name is not null)
        {
            _named[block.Name] = JsonElement.Parse(body);
            await EndAsync(_named[block.Name]);
        }

        var mediaType = response.Content.Headers.ContentType?.MediaType;
        return new(block.Title, block.Method, request.RequestUri!.AbsolutePath, response.StatusCode, mediaType, body);
    }

    // A person takes a moment before the next request; a test waits for the run.
    private async Task EndAsync(JsonElement answer)
    {
        if (answer.TryGetProperty("id", out var id))
        {
            await app.UntilAsync($"/api/runs/{id.GetString()}", run => run.GetProperty("status").GetString() is "completed");
        }
    }

    private string Fill(string text)
    {
        text = text.Replace("{{host}}", app.Http.BaseAddress!.ToString().TrimEnd('/'), StringComparison.Ordinal)
            .Replace("{{key}}", "local", StringComparison.Ordinal);
        foreach (var (name, answer) in _named)
        {
            foreach (var property in answer.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.String))
            {
                text = text.Replace(
                    $"{{{{{name}.response.body.$.{property.Name}}}}}", property.Value.GetString(), StringComparison.Ordinal);
            }
        }

        return text;
    }
}
