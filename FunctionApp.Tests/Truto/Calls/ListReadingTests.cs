using FuseDeskFlows.Activities.Tools;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Tests.Truto.Calls;

public sealed class ListReadingTests
{
    [Theory]
    [InlineData("""{"result":[{"id":1}],"next_cursor":"abc"}""", "abc")]
    [InlineData("""{"results":[{"id":1}],"next_cursor":7}""", "7")]
    [InlineData("""{"result":[{"id":1}],"next_cursor":null}""", null)]
    [InlineData("""{"result":[{"id":1}],"next_cursor":false}""", null)]
    [InlineData("""[{"id":1}]""", null)]
    [InlineData("""{"0":{"id":1}}""", null)]
    [InlineData("""{"result":{"3":{"id":1}},"next_cursor":"abc"}""", "abc")]
    [InlineData("""{"result":[[{"id":1}]],"next_cursor":""}""", null)]
    public async Task A_page_is_read_from_any_of_its_envelopes(string body, string? cursor)
    {
        await using var truto = await TestTruto.StartAsync(200, body);
        var page = (await truto.ListCases()).Value;
        Assert.Equal(1, Assert.Single(page!.Items).Id.Value);
        Assert.Equal(cursor, page.NextCursor);
    }

    [Fact]
    public async Task One_activity_reads_one_page()
    {
        await using var truto = await TestTruto.StartAsync(200, """{"result":[],"next_cursor":"b+/="}""");
        await truto.ListCases(new() { Cursor = "a" });
        Assert.Contains("next_cursor=a", Assert.Single(truto.Server.Calls), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_names_itself_as_the_next_keeps_its_items()
    {
        await using var truto = await TestTruto.StartAsync(200, """{"result":[{"id":1}],"next_cursor":"a"}""");
        var page = (await truto.ListCases(new() { Cursor = "a" })).Value;
        Assert.Equal(("a", 1), (page?.NextCursor, page?.Items.Count));
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_left_out_and_counted()
    {
        await using var truto = await TestTruto.StartAsync(200, """{"result":[{"id":1},{"summary":"no id"},null,"text",{"caseid":"2"}]}""");
        var page = (await truto.ListCases()).Value!;
        Assert.Equal([1, 2], page.Items.Select(item => item.Id.Value));
        Assert.Equal(3, page.Unreadable);
    }

    [Fact]
    public async Task Cases_are_filtered_again_by_what_they_say_themselves()
    {
        const string Cases = """
            {"result":[
              {"id":1,"contactUuid":"u1","contactid":5,"status":"open","date_opened":"2026-06-08T10:00:00+00:00"},
              {"id":2,"contactUuid":"u2","contactid":6,"status":"open","date_opened":"2026-06-08T10:00:00+00:00"},
              {"id":3,"contactid":5,"status":"open","date_opened":"2026-06-08T10:00:00+00:00"},
              {"id":4,"contactUuid":"U1","contactid":9,"status":"open","date_opened":"2026-06-08T10:00:00+00:00"},
              {"id":5,"contactUuid":"u1","status":"closed","date_opened":"2026-06-08T10:00:00+00:00"},
              {"id":6,"contactUuid":"u1","status":"open","date_opened":"2026-06-07T23:59:59+00:00"},
              {"id":7,"contactUuid":"u1","status":"open","date_opened":"2026-06-09T00:00:00+00:00"},
              {"id":8,"date_opened":false},
              {"id":9,"contactUuid":"u1","status":"open","date_opened":"2026-06-08T00:00:00+00:00"}]}
            """;
        await using var truto = await TestTruto.StartAsync(200, Cases);
        var day = new DateTimeOffset(2026, 6, 8, 0, 0, 0, TimeSpan.Zero);

        var kept = (await truto.ListCases(new()
        {
            ContactId = new("u1"),
            CrmId = new(5),
            Status = CaseStatus.Open,
            OpenedAfter = day,
            OpenedBefore = day.AddDays(1),
        })).Value!.Items;

        // 8 says nothing of itself, so nothing speaks against it.
        Assert.Equal([1, 3, 4, 8, 9], kept.Select(item => item.Id.Value));
    }

    [Fact]
    public async Task Chats_are_filtered_again_by_what_they_say_themselves()
    {
        await using var truto = await TestTruto.StartAsync(200, """
            {"result":[{"id":"a","departmentId":3,"isArchived":false},{"id":"b","departmentId":4},
              {"id":"c","departmentId":3,"isArchived":true},{"id":"d"}]}
            """);
        var outcome = await new ListChatsActivity(truto.Client).RunAsync(
            new ListChatsInput() { DepartmentId = new(3), IsArchived = false }, CancellationToken.None);
        Assert.Equal([new ChatId("a"), new("d")], outcome.Value!.Items.Select(chat => chat.Id));
    }

    [Fact]
    public async Task Emails_are_filtered_again_by_what_they_say_themselves()
    {
        await using var truto = await TestTruto.StartAsync(200, """
            {"result":[{"id":1,"from":"Sarah <SARAH@examplecorp.com>"},{"id":2,"from":"bob@x.com"},{"id":3},
              {"id":4,"from":{"email":"sarah@examplecorp.com"},"contactUuid":"other"}]}
            """);
        var input = new ListEmailsInput { From = "sarah@examplecorp.com", ContactId = new("u1") };
        var outcome = await new ListEmailsActivity(truto.Client).RunAsync(input, CancellationToken.None);
        Assert.Equal([new EmailId("1"), new("3")], outcome.Value!.Items.Select(mail => mail.Id));
    }

    [Fact]
    public async Task A_list_whose_keys_are_numbers_is_read_in_the_keys_order()
    {
        await using var truto = await TestTruto.StartAsync(200, """{"result":{"10":{"id":3},"9":{"id":2},"2":{"id":1}}}""");
        Assert.Equal([1, 2, 3], (await truto.ListCases()).Value!.Items.Select(item => item.Id.Value));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    [InlineData("null", false)]
    public async Task A_partial_answer_keeps_its_items_and_says_that_it_is_one(string flag, bool expected)
    {
        await using var truto = await TestTruto.StartAsync(200, $$"""{"result":[{"id":1}],"is_partial_response":{{flag}}}""");
        var outcome = await truto.ListCases();
        Assert.Equal((1, expected), (outcome.Value?.Items.Count, outcome.IsPartial));
    }

    [Theory]
    [InlineData("""{"page":2}""")]
    [InlineData("[2]")]
    [InlineData("true")]
    public async Task A_next_page_that_cannot_be_asked_for_is_told(string cursor)
    {
        await using var truto = await TestTruto.StartAsync(200, $$"""{"result":[{"id":1}],"next_cursor":{{cursor}}}""");
        Assert.True((await truto.ListCases()).Value?.LacksCursor);
    }

    [Theory]
    [InlineData("""{"id":"501.0"}""")]
    [InlineData("""{"id":501.0}""")]
    [InlineData("""{"id":5.01e2}""")]
    [InlineData("""{"caseid":"5.01E2"}""")]
    [InlineData("""{"result":{"id":501}}""")]
    [InlineData("""{"result":[{"id":501}]}""")]
    [InlineData("""{"0":{"id":501}}""")]
    public async Task A_number_in_any_spelling_is_the_case_that_was_asked_for(string body)
    {
        await using var truto = await TestTruto.StartAsync(200, body);
        Assert.Equal(501, (await truto.GetCase(501)).Value?.Id.Value);
    }
}
