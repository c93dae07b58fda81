using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FuseDeskFlows.Tests.Reports.Rendering;

/// <summary>Markdown as a renderer reads it that has every extension.</summary>
internal static class ParsedMarkdown
{
    private static readonly MarkdownPipeline Everything = new MarkdownPipelineBuilder()
        .UseAdvancedExtensions()
        .UseTaskLists()
        .UseAutoLinks()
        .Build();

    public static IEnumerable<MarkdownObject> Nodes(string markdown) => Markdown.Parse(markdown, Everything).Descendants();

    /// <summary>Hostile text must form no link, no tag and no code.</summary>
    public static void HasTextAlone(string markdown) => Assert.DoesNotContain(
        Nodes(markdown), node => node is LinkInline or AutolinkInline or HtmlInline or CodeInline);
}
