using FuseDeskFlows.Activities.Tools;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Tests.Truto;
using FuseDeskFlows.Truto;
using FuseDeskFlows.Truto.Tools;
using FuseDeskFlows.TrutoSandbox;
using FuseDeskFlows.TrutoSandbox.Data;
using Microsoft.Extensions.DependencyInjection;

namespace FuseDeskFlows.Tests.Activities.Tools;

/// <summary>All nine tools against the sandbox, in each spelling of its arguments.</summary>
public sealed class ToolActivitiesTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    internal async Task Sarahs_story_is_read_with_four_calls(int dialect, int tools)
    {
        await using var sandbox = await SandboxServer.StartAsync(
            new() { Dialect = (ArgumentDialect)dialect, Tools = (ToolsAnswer)tools }, None);
        await using var services = Services(sandbox);
        var client = services.GetRequiredService<TrutoClient>();

        var contact = Assert.Single(
            (await new ListContactsActivity(client).RunAsync(new ListContactsInput() { Search = SandboxPeople.SarahEmail }, None))
                .Value!
                .Items);
        var asked = new ListCasesInput { ContactId = contact.Id, CrmId = contact.CrmId };
        var cases = (await new ListCasesActivity(client).RunAsync(asked, None)).Value!.Items;
        var whole = (await new GetCaseActivity(client).RunAsync(new CaseId(SandboxPeople.SarahNewestCase), None)).Value!;
        var rep = await new GetRepActivity(client).RunAsync(new RepId(SandboxPeople.Marcus), None);

        Assert.Equal(SandboxPeople.SarahEmail, contact.Email);
        Assert.Equal(3, cases.Count);
        Assert.All(cases, item => Assert.True(item.ContactId == contact.Id || item.CrmId == contact.CrmId));
        Assert.Equal(14, whole.History.Count);
        Assert.All(whole.History, item => Assert.NotNull(item.At));
        Assert.All(whole.History, item => Assert.DoesNotContain("<p>", item.Text, StringComparison.Ordinal));
        Assert.Contains(whole.History, item => item is { Direction: Direction.Inbound, Kind: HistoryKind.Email, RepId: null });
        Assert.Equal(new(SandboxPeople.Marcus), whole.History.Last(item => item.RepId is not null).RepId);
        Assert.False(rep.Value!.Active);
        Assert.Equal(1, rep.Calls);
        Assert.Equal(1796, rep.Quota?.Remaining);
        Assert.Equal(4, sandbox.Stats.ProxyCalls());
    }

    [Fact]
    public async Task Lists_of_the_other_tools_are_read()
    {
        await using var sandbox = await SandboxServer.StartAsync(new(), None);
        await using var services = Services(sandbox);
        var client = services.GetRequiredService<TrutoClient>();

        Assert.Equal(6, (await new ListDepartmentsActivity(client).RunAsync(new ListDepartmentsInput(), None)).Value!.Items.Count);
        var reps = (await new ListRepsActivity(client).RunAsync(new ListRepsInput(), None)).Value!.Items;
        Assert.Equal((25, 4), (reps.Count, reps.Count(rep => !rep.Active)));
        var input = new ListChatsInput { DepartmentId = new(SandboxPeople.TechnicalSupport), IsArchived = false };
        var chats = (await new ListChatsActivity(client).RunAsync(input, None)).Value!;
        Assert.NotEmpty(chats.Items);
        Assert.All(
            chats.Items,
            chat => Assert.Equal((new DepartmentId(SandboxPeople.TechnicalSupport), false), (chat.DepartmentId, chat.IsArchived)));
        var chat = (await new GetChatActivity(client).RunAsync(new ChatId(SandboxPeople.ArticleChat), None)).Value!;
        Assert.Contains(chat.Messages, message => message.Direction == Direction.Inbound && message.RepId is null);
        Assert.Contains(chat.Messages, message => message.Direction == Direction.Outbound && message.RepId is not null);
        var mails = (await new ListEmailsActivity(client).RunAsync(new ListEmailsInput(), None)).Value!;
        Assert.NotEmpty(mails.Items);
        Assert.All(mails.Items, mail => Assert.NotNull(mail.ReceivedAt));
    }

    [Theory]
    [InlineData(SandboxPeople.EmptyHistoryCase, 0, 0)]
    [InlineData(SandboxPeople.ShortestCase, 2, 2)]
    [InlineData(SandboxPeople.LongestCase, 80, 80)]
    [InlineData(SandboxPeople.HostileCase, 1, 80)]
    [InlineData(SandboxPeople.LongMailCase, 1, 80)]
    internal async Task Odd_cases_are_read_whole_oldest_first_and_without_markup(int id, int least, int most)
    {
        await using var sandbox = await SandboxServer.StartAsync(new(), None);
        await using var services = Services(sandbox);
        var history = (await new GetCaseActivity(services.GetRequiredService<TrutoClient>()).RunAsync(new CaseId(id), None)).Value!.History;

        Assert.InRange(history.Count, least, most);
        Assert.Equal(Enumerable.Range(1, history.Count), history.Select(item => item.Number));
        Assert.Equal(history.OrderBy(item => item.At), history);
        Assert.All(history, item => Assert.DoesNotMatch("(?i)<(script|style|p|div)[ >]", item.Text));
    }

    [Fact]
    public async Task A_long_list_is_read_page_by_page_without_loss()
    {
        await using var sandbox = await SandboxServer.StartAsync(new(), None);
        await using var services = Services(sandbox);
        var client = services.GetRequiredService<TrutoClient>();

        var ids = new HashSet<CaseId>();
        var pages = 0;
        string? cursor = null;
        do
        {
            var page = (await new ListCasesActivity(client).RunAsync(new ListCasesInput() { Cursor = cursor }, None)).Value!;
            Assert.All(page.Items, item => Assert.True(ids.Add(item.Id)));
            Assert.Equal(0, page.Unreadable);
            cursor = page.NextCursor;
            pages++;
        }
        while (cursor is not null);

        Assert.Equal((600, 6), (ids.Count, pages));
    }

    [Fact]
    public async Task Dates_and_status_narrow_a_list()
    {
        var today = new DateTimeOffset(2026, 6, 8, 12, 0, 0, TimeSpan.Zero);
        await using var sandbox = await SandboxServer.StartAsync(new() { Today = today }, None);
        await using var services = Services(sandbox);
        var input = new ListCasesInput { Status = CaseStatus.Closed, OpenedAfter = today.AddDays(-90), OpenedBefore = today.AddDays(-30) };

        var items = (await new ListCasesActivity(services.GetRequiredService<TrutoClient>()).RunAsync(input, None)).Value!.Items;

        Assert.NotEmpty(items);
        Assert.All(
            items,
            item =>
                Assert.True(item.Status == CaseStatus.Closed && item.OpenedAt >= input.OpenedAfter && item.OpenedAt < input.OpenedBefore));
    }

    [Fact]
    public async Task The_quotas_end_is_known_before_a_call_is_wasted_on_it()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Limit = 2, Window = TimeSpan.FromMinutes(1) }, None);
        await using var services = Services(sandbox);
        var activity = new GetRepActivity(services.GetRequiredService<TrutoClient>());
        await activity.RunAsync(new RepId(SandboxPeople.Marcus), None);
        await activity.RunAsync(new RepId(SandboxPeople.Priya), None);

        var outcome = await activity.RunAsync(new RepId(SandboxPeople.Daniel), None);

        Assert.Equal(RateLimitScope.FuseDesk, outcome.RateLimit?.Scope);
        Assert.Equal(0, outcome.Calls);
        Assert.Equal((2, 0), (sandbox.Stats.ProxyCalls(), sandbox.Stats.RateLimited));
    }

    [Fact]
    public async Task A_blocked_account_is_one_call_and_an_error_for_a_person()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Blocked = true }, None);
        await using var services = Services(sandbox);
        var outcome = await new GetRepActivity(services.GetRequiredService<TrutoClient>()).RunAsync(new RepId(SandboxPeople.Marcus), None);
        Assert.Equal(ToolErrorKind.AccountBlocked, outcome.Error?.Kind);
        Assert.Equal(1, sandbox.Stats.ProxyCalls());
    }

    [Fact]
    public async Task A_scope_that_the_key_lacks_is_named()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { MissingScopes = ["cases"] }, None);
        await using var services = Services(sandbox);
        var outcome = await new ListCasesActivity(services.GetRequiredService<TrutoClient>()).RunAsync(new ListCasesInput(), None);
        Assert.Equal(ToolErrorKind.Forbidden, outcome.Error?.Kind);
        Assert.Equal(["cases"], outcome.Error?.MissingScopes);
    }

    [Fact]
    public async Task A_wrong_token_and_an_object_that_is_not_there_are_told_apart()
    {
        await using var sandbox = await SandboxServer.StartAsync(new(), None);
        await using var services = Services(sandbox);
        await using var strangers = Services(sandbox, token: "wrong");
        Assert.Equal(
            ToolErrorKind.NotFound,
            (await new GetCaseActivity(services.GetRequiredService<TrutoClient>()).RunAsync(new CaseId(1), None)).Error?.Kind);
        Assert.Equal(
            ToolErrorKind.TrutoToken,
            (await new GetCaseActivity(strangers.GetRequiredService<TrutoClient>()).RunAsync(new CaseId(1), None)).Error?.Kind);
    }

    private static ServiceProvider Services(SandboxServer sandbox, string? token = null)
    {
#pragma warning disable CA2000 // the log lives as long as the provider that it is given to
        var log = new CapturedLog();
        return TestTruto.Build(
            sandbox.BaseUrl,
            token ?? sandbox.ApiToken,
            sandbox.IntegratedAccountId,
            TimeProvider.System,
            log,
            ("Truto:RequestTimeout", "00:00:30"));
#pragma warning restore CA2000
    }
}
