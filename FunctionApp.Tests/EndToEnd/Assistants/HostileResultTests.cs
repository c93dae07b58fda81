using System.Text.Json;
using FuseDeskFlows.TrutoSandbox.Data;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace FuseDeskFlows.Tests.EndToEnd.Assistants;

/// <summary>What a customer writes stays a text in what another assistant gets.</summary>
public sealed class HostileResultTests
{
    private static readonly MarkdownPipeline Everything = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    [Fact]
    public async Task Orders_and_markup_of_a_customer_make_no_block_no_link_and_no_call_of_their_own()
    {
        await using var app = await TriageApp.StartAsync();
        await using var client = await McpClient.CreateAsync(
            new HttpClientTransport(new()
            {
                Endpoint = new(app.Http.BaseAddress!, "api/mcp"),
                TransportMode = HttpTransportMode.StreamableHttp,
            }),
            cancellationToken: TestContext.Current.CancellationToken);

        var result = await client.CallToolAsync(
            "triage_case",
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["caseId"] = SandboxPeople.HostileCase },
            cancellationToken: TestContext.Current.CancellationToken);

        var answer = Assert.IsType<JsonElement>(result.StructuredContent);
        Assert.Equal(2, result.Content.Count);
        var text = Assert.IsType<TextContentBlock>(result.Content[0]).Text;
        Assert.True(JsonElement.DeepEquals(answer, JsonElement.Parse(text)));
        Assert.Contains("E-4107", text, StringComparison.Ordinal);
        var link = Assert.IsType<ResourceLinkBlock>(result.Content[1]);
        Assert.Equal($"fusedeskflows://runs/{answer.GetProperty("runId").GetString()}", link.Uri);
        var read = await client.ReadResourceAsync(link.Uri, cancellationToken: TestContext.Current.CancellationToken);
        var page = Markdown.Parse(Assert.IsType<TextResourceContents>(Assert.Single(read.Contents)).Text, Everything);
        Assert.DoesNotContain(
            page.Descendants(),
            part => part is HtmlBlock or FencedCodeBlock or HtmlInline or LinkInline or AutolinkInline);
        Assert.Equal(0, app.Sandbox.Stats.Writes);
        Assert.Single((await app.GetAsync("api/runs")).GetProperty("runs").EnumerateArray());
    }
}
