using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FuseDeskFlows.Tests.Infra;

/// <summary>What the READMEs link to is there.</summary>
public sealed class LinkTests
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseAdvancedExtensions()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Build();

    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("FunctionApp/Events/README.md")]
    [InlineData("FunctionApp/Telemetry/README.md")]
    [InlineData("infra/azure/README.md")]
    public void Every_link_into_the_repository_leads_somewhere(string file)
    {
        var links = Parse(file)
            .Descendants<LinkInline>()
            .Select(link => link.Url ?? "")
            .Where(url => !url.Contains("://", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(Exists(file, link), $"{file} links to {link}."));
    }

    private static bool Exists(string file, string link)
    {
        var parts = link.Split('#');
        var folder = Path.GetDirectoryName(Path.Combine(RepositoryFiles.Root, file))!;
        var target = parts[0].Length == 0 ? Path.Combine(RepositoryFiles.Root, file) : Path.GetFullPath(Path.Combine(folder, parts[0]));
        return Path.Exists(target)
            && (parts.Length == 1
                || Parse(target)
                    .Descendants<HeadingBlock>()
                    .Any(heading => string.Equals(heading.TryGetAttributes()?.Id, parts[1], StringComparison.Ordinal)));
    }

    private static MarkdownDocument Parse(string file) => Markdown.Parse(RepositoryFiles.Read(file), Pipeline);
}
