using System.Text.RegularExpressions;
using FuseDeskFlows.Reports.Drafts;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FuseDeskFlows.Tests.Reports.Drafts;

public sealed class DraftRenderingTests
{
    private static readonly MarkdownPipeline Everything = new MarkdownPipelineBuilder()
        .UseAdvancedExtensions()
        .UseTaskLists()
        .UseAutoLinks()
        .Build();

    public static TheoryData<string> Texts => [.. HostileText.All];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Hostile_text_forms_nothing_but_text(string text)
    {
        Assert.Equal(Tags(DraftHtml.Render(Draft("text"))), Tags(DraftHtml.Render(Draft(text))));
        Assert.DoesNotContain(Markdown.Parse(DraftMarkdown.Render(Draft(text)), Everything).Descendants<Inline>(), inline =>
            inline is LinkInline or AutolinkInline or HtmlInline or CodeInline);
    }

    [Fact]
    public void Both_pages_say_who_wrote_it_and_that_nothing_was_sent()
    {
        Assert.Contains("not sent", DraftHtml.Render(Draft("x")), StringComparison.Ordinal);
        Assert.Contains("Written by: some-model", DraftHtml.Render(Draft("x")), StringComparison.Ordinal);
        Assert.Contains("nothing was sent", DraftMarkdown.Render(Draft("x")), StringComparison.Ordinal);
    }

    private static DraftReport Draft(string text) => new()
    {
        Case = new() { Id = new(1), Subject = text, Number = text },
        LastQuestion = new() { Text = text, HistoryItem = 1 },
        Draft = new() { Text = text, WrittenBy = "some-model", Statements = [new() { Text = text, Evidence = [1] }] },
        Problems = [new() { Type = "model-unavailable", Detail = text }],
    };

    private static string[] Tags(string page) =>
        [.. Regex.Matches(page, "<[^>]*>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(match => match.Value)];
}
