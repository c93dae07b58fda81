using System.Text.RegularExpressions;
using FuseDeskFlows.Tests.Reports.Rendering;

namespace FuseDeskFlows.Tests.Reports.Pages;

public sealed class ConsoleEscapingTests
{
    public static TheoryData<string> Names => [.. HostileModels.Pages.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Hostile_text_adds_no_tag_and_no_attribute(string name)
    {
        var harmless = Skeleton(await Html.OfAsync(HostileModels.Pages[name]("text")));
        foreach (var text in HostileText.All)
        {
            var page = await Html.OfAsync(HostileModels.Pages[name](text));

            Assert.Equal(harmless, Skeleton(page));
            Assert.DoesNotMatch("[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]", page);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_page_has_a_style_or_a_script_of_its_own(string name)
    {
        var page = await Html.OfAsync(HostileModels.Pages[name]("text"));

        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script>|<style| on[a-z]+=|javascript:", page);
    }

    // Values of attributes may be what somebody wrote; that they end where they should is seen by the names.
    private static string[] Skeleton(string page) =>
        [.. Html.Tags(page).Select(tag => Regex.Replace(tag, "=\"[^\"]*\"", "=", RegexOptions.None, TimeSpan.FromSeconds(1)))];
}
