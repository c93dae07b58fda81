using FuseDeskFlows.Triggers.Pages.Runs;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Moq;

namespace FuseDeskFlows.Tests.Triggers.Pages.Runs;

public sealed class NewestRunsTests
{
    private static readonly DateTimeOffset Now = Some.Moment;
    private readonly NewestRuns _newest = new();
    private int _queries;

    [Fact]
    public async Task The_newest_run_comes_first_whatever_its_id()
    {
        var (runs, next) = await ReadAsync([Run("b", 5), Run("a", 9), Run("c", 1)], 10);

        Assert.Equal(["c", "b", "a"], runs.Select(run => run.InstanceId));
        Assert.Null(next);
    }

    [Fact]
    public async Task Pages_show_every_run_once_also_those_of_one_moment()
    {
        OrchestrationMetadata[] store =
            [.. Enumerable.Range(0, 60).Select(i => Run($"r{i:00}", i / 7)), Run("old", 3 * 24 * 60), Run("older", 300 * 24 * 60)];
        var seen = new List<string>();
        RunCursor? after = null;
        do
        {
            var (runs, next) = await ReadAsync(store, 9, new() { After = after });
            seen.AddRange(runs.Select(run => run.InstanceId));
            after = next is null ? null : RunCursor.Parse(next.ToString());
        }
        while (after is not null && seen.Count < 200);

        Assert.Equal(store.OrderBy(run => run, RunCursor.Order).Select(run => run.InstanceId), seen);
    }

    [Fact]
    public async Task The_newest_of_many_runs_take_few_queries()
    {
        var store = Enumerable.Range(0, 10_000).Select(i => Run($"r{i:00000}", i * 0.01)).ToArray();

        var (runs, next) = await ReadAsync(store, 25);

        Assert.Equal(store.Take(25).Select(run => run.InstanceId), runs.Select(run => run.InstanceId));
        Assert.NotNull(next);
        Assert.InRange(_queries, 1, 12);
        _queries = 0;
        await ReadAsync(store, 25);
        Assert.Equal(1, _queries);
    }

    [Fact]
    public async Task Children_and_entities_are_no_runs()
    {
        const string Id = "digest-0123456789abcdef0123456789abcdef";

        var (runs, _) = await ReadAsync([Run(Id, 1), Run($"{Id}-batch-1", 1), Run("@ledger@x", 1), Run("my-own-id-of-many-parts", 2)], 10);

        Assert.Equal([Id, "my-own-id-of-many-parts"], runs.Select(run => run.InstanceId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x~y")]
    [InlineData("12")]
    [InlineData("99999999999999999999~a")]
    [InlineData("9223372036854775807~a")]
    public void What_is_no_cursor_is_none(string text) => Assert.Null(RunCursor.Parse(text));

    private static OrchestrationMetadata Run(string id, double minutesAgo) =>
        new("CaseTriage", id) { CreatedAt = Now.AddMinutes(-minutesAgo) };

    // As the store: by id, in pages.
    private Task<(IReadOnlyList<OrchestrationMetadata> Runs, RunCursor? Next)> ReadAsync(
        OrchestrationMetadata[] store, int top, RunFilter? filter = null)
    {
        var client = new ClientMock();
        client.Mock.Setup(mock => mock.GetAllInstancesAsync(It.IsAny<OrchestrationQuery>())).Returns((OrchestrationQuery? query) =>
        {
            var found = store.Where(run => run.CreatedAt >= query!.CreatedFrom && run.CreatedAt <= query.CreatedTo)
                .OrderBy(run => run.InstanceId, StringComparer.Ordinal).ToList();
            return Pageable.Create((continuation, size, _) =>
            {
                _queries++;
                var at = int.Parse(continuation ?? "0", System.Globalization.CultureInfo.InvariantCulture);
                var end = at + (size ?? 100);
                var next = end < found.Count ? $"{end}" : null;
                return Task.FromResult(new Page<OrchestrationMetadata>([.. found.Skip(at).Take(size ?? 100)], next));
            });
        });
        return _newest.ReadAsync(client.Object, filter ?? new(), top, Now, CancellationToken.None);
    }
}
