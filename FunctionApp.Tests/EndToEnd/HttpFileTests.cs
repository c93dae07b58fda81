using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace FuseDeskFlows.Tests.EndToEnd;

/// <summary>The story in FunctionApp.http is run as it stands.</summary>
public sealed class HttpFileTests
{
    private static readonly HttpStatusCode[] Expected =
    [
        HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.UnprocessableEntity,
        HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NotFound,
        HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, // audit, timeline, digest
        HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK,
        HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK, // case events
        HttpStatusCode.OK, // draft
    ];

    [Fact]
    public async Task Every_request_of_the_story_is_answered_as_its_comment_says()
    {
        await using var app = await TriageApp.StartAsync();
        var blocks = HttpFile.Read(await File.ReadAllTextAsync(StoryPath(), TestContext.Current.CancellationToken));
        var named = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        Assert.Equal(Expected.Length, blocks.Count);

        foreach (var (block, expected) in blocks.Zip(Expected))
        {
            using var request = new HttpRequestMessage(new(block.Method), Fill(block.Url, app, named));
            request.Content = block.Body.Length > 0 ? new StringContent(block.Body, Encoding.UTF8, "application/json") : null;
            foreach (var (name, value) in block.Headers.Where(header => header.Name is not "Content-Type"))
            {
                request.Headers.Add(name, Fill(value, app, named));
            }

            using var response = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.True(response.StatusCode == expected, $"{block.Title} {response.StatusCode} {body}");
            if (block.Name is not null)
            {
                named[block.Name] = JsonElement.Parse(body);
                await EndAsync(app, named[block.Name]);
            }
        }
    }

    // A person takes a moment before the next request; a test waits for the run.
    private static async Task EndAsync(TriageApp app, JsonElement answer)
    {
        if (!answer.TryGetProperty("id", out var id))
        {
            return;
        }

        for (var tries = 0; (await app.GetAsync($"/api/runs/{id.GetString()}")).GetProperty("status").GetString() is not "completed"; tries++)
        {
            Assert.True(tries < 1000, "The run did not complete.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static string Fill(string text, TriageApp app, Dictionary<string, JsonElement> named)
    {
        text = text.Replace("{{host}}", app.Http.BaseAddress!.ToString().TrimEnd('/'), StringComparison.Ordinal)
            .Replace("{{key}}", "local", StringComparison.Ordinal);
        foreach (var (name, answer) in named)
        {
            foreach (var property in answer.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.String))
            {
                text = text.Replace($"{{{{{name}.response.body.$.{property.Name}}}}}", property.Value.GetString(), StringComparison.Ordinal);
            }
        }

        return text;
    }

    private static string StoryPath([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "FunctionApp", "FunctionApp.http"));
}
