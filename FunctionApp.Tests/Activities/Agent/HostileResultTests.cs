using System.Text.Json;
using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.Activities.Agent.Turns;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Budget;
using FuseDeskFlows.Reports.Agent;
using FuseDeskFlows.Tests.Language;
using Microsoft.Extensions.AI;

namespace FuseDeskFlows.Tests.Activities.Agent;

/// <summary>What customers write reaches an agent's model as strings of a result, and as nothing else.</summary>
public sealed class HostileResultTests
{
    public static TheoryData<string> Texts => PromptInjections.All;

    private static readonly ResultPager Pages = new(new TokenCounter());

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void A_hostile_text_is_one_string_in_one_line_of_one_result(string hostile)
    {
        var lines = Pages.Lines.OfHistory("case:7", [Item(1, "Hello."), Item(2, hostile), Item(3, "Goodbye.")])
            .Concat(Pages.Lines.OfObject("r1#1", new { subject = hostile }));
        var result = new StoredResult { Handle = "r1", Tool = "read", Kind = AgentResultKind.Texts, Lines = [.. lines] };
        var text = ResultPager.Render(Pages.Take("stored", result, from: 1, tokens: 1_000_000), result);

        var shown = text.Split('\n').Select(line => JsonElement.Parse(line)).ToList();
        Assert.All(shown.Skip(1), line => Assert.True(line.TryGetProperty("cite", out _)));
        Assert.Equal(
            ["case:7#1", "case:7#2", "case:7#3", "r1#1"], shown.Skip(1).Select(line => line.GetProperty("cite").GetString()!).Distinct());
        var transcript = new FittedTranscript([new("Prompt.", null, [new("c1", "read", "{}", text, null)])], 0, 0);
        var messages = TranscriptMessages.Render("system", transcript, asked: null);
        Assert.Equal([ChatRole.System, ChatRole.User, ChatRole.Assistant, ChatRole.Tool], messages.Select(message => message.Role));
        Assert.Equal(("system", "Prompt."), (messages[0].Text, messages[1].Text));
    }

    private static HistoryItem Item(int number, string text) =>
        new() { Number = number, Text = text, Kind = HistoryKind.Email, Direction = Direction.Inbound };
}
