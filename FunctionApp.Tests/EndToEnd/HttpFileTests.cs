using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.Tests.Triggers.OpenApi;
using FuseDeskFlows.TrutoSandbox;
using LocalHost.Tests.Support;

namespace FuseDeskFlows.Tests.EndToEnd;

/// <summary>The story in FunctionApp.http is run as it stands, on each storage.</summary>
public sealed class HttpFileTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static readonly HttpStatusCode[] Expected =
    [
        HttpStatusCode.OK,
        HttpStatusCode.OK,
        HttpStatusCode.OK,
        HttpStatusCode.Accepted,
        HttpStatusCode.Accepted,
        HttpStatusCode.UnprocessableEntity,
        HttpStatusCode.OK,
        HttpStatusCode.OK,
        HttpStatusCode.OK,
        HttpStatusCode.OK,
        HttpStatusCode.OK,
        HttpStatusCode.BadRequest,
        HttpStatusCode.NotFound,
        HttpStatusCode.OK,
        HttpStatusCode.OK,
        HttpStatusCode.OK,
        HttpStatusCode.OK,
        HttpStatusCode.OK,
        HttpStatusCode.OK, // audit, timeline, digest
        HttpStatusCode.OK,
        HttpStatusCode.OK,
        HttpStatusCode.OK,
        HttpStatusCode.NotFound,
        HttpStatusCode.OK,
        HttpStatusCode.OK, // case events
        HttpStatusCode.OK, // draft
        HttpStatusCode.ServiceUnavailable, // an agent, without a model
        HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Accepted, // writes
        HttpStatusCode.OK, // summary of a chat
        HttpStatusCode.OK, // OpenAPI document
    ];

    // Which of many instances come first is each storage's own affair.
    private const string AllInstances = "21. All instances.";
    private const string AllTriages = "9. All triages that have completed.";

    [Fact]
    public async Task Every_request_of_the_story_is_answered_as_its_comment_says_and_alike_on_SQLite_and_Azure_Storage()
    {
        var today = DateTimeOffset.UtcNow;
        var local = await RunAsync(new() { Today = today });
        var azure = await RunAsync(
            new() { Today = today },
            ("AzureWebJobsStorage", azurite.Require()),
            ("AzureFunctionsJobHost:extensions:durableTask:storageProvider:maxQueuePollingInterval", "00:00:00.2"));

        Assert.Equal(Expected, local.Select(answer => answer.Status));
        Assert.Equal(Expected, azure.Select(answer => answer.Status));
        foreach (var (one, other) in local.Zip(azure).Where(pair => pair.First.Title is not AllInstances))
        {
            Assert.Equal((one.Title, one.MediaType), (other.Title, other.MediaType));
            Assert.Equal(Text(one), Text(other));
        }

        await AssertFitsDocumentAsync(local);
    }

    // Nothing may be answered that the OpenAPI document does not say, and no field be there that it does not name.
    private static async Task AssertFitsDocumentAsync(IReadOnlyList<HttpStory.Answer> answers)
    {
        var document = await SchemaDocument.ReadAsync();
        foreach (var answer in answers.Where(answer =>
            answer.Path.StartsWith("/api/", StringComparison.Ordinal) && answer.Path is not "/api/openapi.json"))
        {
            var said = document.FindAnswer(answer.Method, answer.Path["/api".Length..], (int)answer.Status);
            var content = said?["content"]?[answer.MediaType!];
            Assert.True(content is not null, $"{answer.Title} is answered as {answer.MediaType}, which the document does not say.");
            if (answer.MediaType!.EndsWith("json", StringComparison.Ordinal))
            {
                var fault = document.FindFault(SchemaDocument.SchemaOf(content), JsonNode.Parse(answer.Body));
                Assert.True(fault is null, $"{answer.Title}: {fault}");
            }
        }
    }

    // Runs are listed in their storage's order.
    private static string Text(HttpStory.Answer answer) =>
        answer.Title is AllTriages
            ? string.Join(
                '\n',
                JsonElement
                    .Parse(answer.Body)
                    .GetProperty("runs")
                    .EnumerateArray()
                    .Select(run => StoryText.Of(run.GetRawText()))
                    .Order(StringComparer.Ordinal))
            : StoryText.Of(answer.Body);

    private static async Task<IReadOnlyList<HttpStory.Answer>> RunAsync(
        SandboxOptions options, params (string Name, string Value)[] settings)
    {
        await using var app = await TriageApp.StartAsync(options, settings);
        return await new HttpStory(app).RunAsync();
    }
}
