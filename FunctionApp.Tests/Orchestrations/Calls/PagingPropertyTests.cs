using FsCheck;
using FsCheck.Fluent;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Tests.Orchestrations.Calls;

/// <summary>What holds for any answers of a server that goes on for ever, round and round.</summary>
public sealed class PagingPropertyTests
{
    private const int MaxCalls = 60;

    private static Arbitrary<List<ToolOutcome<Page<Contact>>>> Servers => (
        from next in Gen.Elements(null, "", "a", "b", "c", "d", "e", "f", "g")
        from items in Gen.Choose(0, 2)
        from unreadable in Gen.Elements(0, 0, 0, 1)
        from kind in Gen.Elements("good", "good", "good", "good", "partial", "refused", "unavailable", "lost")
        select Outcome(next, items, unreadable, kind)).ListOf().Where(answers => answers.Count > 0).ToArbitrary();

    [Fact]
    public void No_item_that_a_page_held_is_lost_and_no_list_is_endless_or_called_whole_that_may_lack_something() => Holds(server =>
    {
        var (run, read) = Serve(server);
        var tools = new FlowContext(run.Context, 1);
        var list = Result(tools.ListAllAsync<Contact>(ToolNames.ListContacts, _ => new object()))?.Value;

        var held = read().Select(outcome => outcome.Value).OfType<Page<Contact>>().ToList();
        var isLost = list is null
            ? held.Count > 0
            : !list.Select(contact => contact.Id).SequenceEqual(held.SelectMany(page => page.Items).Select(contact => contact.Id));
        var endedWell = read()[^1] is { Value.NextCursor: null or "" } or { Value.Entries: 0 };
        var isWhole =
            endedWell
            && read().All(outcome => outcome is { IsPartial: false, Value.Unreadable: 0 } or { Error.Kind: ToolErrorKind.Unavailable });
        return !isLost && run.Calls.Count < MaxCalls && (list is null || isWhole || tools.Gaps.MayLack(ToolNames.ListContacts));
    });

    [Fact]
    public void That_there_is_no_contact_is_said_only_of_a_list_that_was_read_to_its_end() => Holds(server =>
    {
        var (run, read) = Serve(server, new() { Email = "nobody@example.com" });
        var report = Result(run.TriageAsync());
        var claims = report?.Problems.Any(problem => problem.Type is ProblemTypes.NoContact) is true;
        return !claims || (read()[^1].Value is { } last && (string.IsNullOrEmpty(last.NextCursor) || last.Entries == 0)
            && read().All(outcome => outcome is { IsPartial: false, Value.Unreadable: 0 } or { Error.Kind: ToolErrorKind.Unavailable }));
    });

    private static (RunMock Run, Func<IReadOnlyList<ToolOutcome<Page<Contact>>>> Read) Serve(
        List<ToolOutcome<Page<Contact>>> server, TriageRequest? request = null)
    {
        var answers = Enumerable.Range(0, MaxCalls).Select(call => server[call % server.Count]).ToArray();
        var run = new RunMock(request).Answers(ToolNames.ListContacts, answers);
        return (run, () => [.. answers.Take(run.Calls.Count)]);
    }

    private static ToolOutcome<Page<Contact>> Outcome(string? next, int items, int unreadable, string kind)
    {
        var page = new Page<Contact>
        {
            Items = [.. Enumerable.Range(0, items).Select(_ => new Contact { Id = new ContactId(Guid.NewGuid().ToString()) })],
            Entries = items + unreadable,
            Unreadable = unreadable,
            NextCursor = next,
            LacksCursor = kind is "lost",
        };
        return kind switch
        {
            "refused" => new()
            {
                Calls = 1,
                Error = new() { Kind = ToolErrorKind.Rejected, Tool = ToolNames.ListContacts, Message = "No." },
            },
            "unavailable" => new()
            {
                Calls = 1,
                Error = new() { Kind = ToolErrorKind.Unavailable, Tool = ToolNames.ListContacts, Message = "502" },
            },
            _ => new() { Calls = 1, Value = page, IsPartial = kind is "partial" },
        };
    }

#pragma warning disable VSTHRD002, VSTHRD003 // A mocked run is over when it returns.
    private static T? Result<T>(Task<T> over)
        where T : class => over.IsCompletedSuccessfully ? over.Result : null;
#pragma warning restore VSTHRD002, VSTHRD003

    private static void Holds(Func<List<ToolOutcome<Page<Contact>>>, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Servers, property));
}
