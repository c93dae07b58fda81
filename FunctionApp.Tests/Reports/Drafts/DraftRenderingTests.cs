using FuseDeskFlows.Reports.Drafts;
using FuseDeskFlows.Tests.Reports.Rendering;

namespace FuseDeskFlows.Tests.Reports.Drafts;

public sealed class DraftRenderingTests
{
    public static TheoryData<string> Texts => [.. HostileText.All];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Hostile_text_forms_nothing_but_text(string text)
    {
        Assert.Equal(Html.Tags(await PageAsync("text")), Html.Tags(await PageAsync(text)));
        ParsedMarkdown.HasTextAlone(DraftMarkdown.Render(Draft(text)));
    }

    [Fact]
    public async Task Both_pages_say_who_wrote_it_and_that_nothing_was_sent()
    {
        var page = await PageAsync("x");

        Assert.Contains("not sent", page, StringComparison.Ordinal);
        Assert.Contains("Written by: some-model", page, StringComparison.Ordinal);
        Assert.Contains("nothing was sent", DraftMarkdown.Render(Draft("x")), StringComparison.Ordinal);
    }

    private static DraftReport Draft(string text) => new()
    {
        Case = new() { Id = new(1), Subject = text, Number = text },
        LastQuestion = new() { Text = text, HistoryItem = 1 },
        Draft = new() { Text = text, WrittenBy = "some-model", Statements = [new() { Text = text, Evidence = [1] }] },
        Problems = [new() { Type = "model-unavailable", Detail = text }],
    };

    private static Task<string> PageAsync(string text) => Html.OfAsync<DraftReport, DraftView>(Draft(text));
}
