using System.Text.Json;
using FuseDeskFlows.Activities.Tools;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Tests.Serialization;

public sealed class AppJsonTests
{
    private static readonly DateTimeOffset At = new(2026, 6, 8, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_outcome_with_a_case_survives_a_history()
    {
        var outcome = new ToolOutcome<Case>
        {
            Value = new()
            {
                Id = new(84920),
                Number = "ABCD1234",
                Status = CaseStatus.Open,
                ContactId = new("0c5e"),
                CrmId = new(7),
                RepId = new(51),
                OpenedAt = At,
                History =
                [
                    new()
                    {
                        Number = 1,
                        Kind = HistoryKind.Email,
                        Direction = Direction.Inbound,
                        At = At,
                        AuthorName = "Zoë",
                        Text = "<b>&\n😀",
                    },
                ],
            },
            Quota = new() { Limit = 1800, Remaining = 3, ResetAt = At },
            Calls = 1,
        };
        var back = RoundTrip(outcome);
        Assert.NotNull(back.Value);
        Assert.Equal(outcome.Value.History, back.Value!.History);
        Assert.Equal(outcome.Value with { History = [] }, back.Value with { History = [] });
        Assert.Equal(outcome with { Value = null }, back with { Value = null });
    }

    [Fact]
    public void Outcomes_without_a_value_survive_a_history()
    {
        var limited = new ToolOutcome<Page<Rep>> { RateLimit = new() { Scope = RateLimitScope.Truto, RetryAt = At } };
        Assert.Equal(limited, RoundTrip(limited));
        var refused = new ToolOutcome<Rep>
        {
            Error = new() { Kind = ToolErrorKind.NeedsReconnect, Tool = "t", Message = "m", Status = 401, MissingScopes = ["cases"] },
        };
        var back = RoundTrip(refused);
        Assert.Equal(["cases"], back.Error!.MissingScopes);
        Assert.Equal(refused.Error with { MissingScopes = [] }, back.Error with { MissingScopes = [] });
    }

    [Fact]
    public void A_page_survives_a_history()
    {
        var page = new ToolOutcome<Page<CaseListItem>>
        {
            Value = new() { Items = [new() { Id = new(1) }], NextCursor = "c", Unreadable = 2 },
        };
        var back = RoundTrip(page).Value!;
        Assert.Equal(page.Value.Items, back.Items);
        Assert.Equal("c", back.NextCursor);
        Assert.Equal(2, back.Unreadable);
    }

    [Fact]
    public void Names_are_camel_case_enums_words_ids_bare_and_nulls_written()
    {
        var json = JsonSerializer.Serialize(new ListCasesInput { ContactId = new("u"), Status = CaseStatus.New }, AppJson.Options);
        Assert.Equal("""{"contactId":"u","crmId":null,"status":"new","openedAfter":null,"openedBefore":null,"cursor":null}""", json);
    }

    [Fact]
    public void Inputs_are_read_leniently()
    {
        var input = JsonSerializer.Deserialize<ListCasesInput>("""{"CONTACTID":"u","crmid":"12","status":"closed",}""", AppJson.Options)!;
        Assert.Equal(new() { ContactId = new("u"), CrmId = new(12), Status = CaseStatus.Closed }, input);
    }

    [Fact]
    public void Configuring_twice_does_no_harm()
    {
        var options = new JsonSerializerOptions();
        AppJson.Configure(options);
        AppJson.Configure(options);
        Assert.Equal("\"open\"", JsonSerializer.Serialize(CaseStatus.Open, options));
        Assert.Single(options.Converters);
    }

    private static T RoundTrip<T>(T value) =>
        JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, AppJson.Options), AppJson.Options)!;
}
