using System.Diagnostics;
using FuseDeskFlows.EmbeddedHost.Engine.Tracing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Tests.EmbeddedHost.Engine;

public sealed class TracingTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_run_that_is_killed_and_replayed_stays_in_its_trace_and_is_told_once()
    {
        using var spans = new SpanRecorder();
        var functions = new TestFunctions().Activity<int, int>("Add", n => n + 1).Orchestrator("Run", async context =>
        {
            var first = await context.CallActivityAsync<int>("Add", 1);
            await context.CreateTimer(context.CurrentUtcDateTime + Hour, CancellationToken.None);
            return await context.CallActivityAsync<int>("Add", first);
        });
        await using var bed = await EngineBed.StartAsync(functions);
        var begun = bed.Time.GetUtcNow();
        var id = await bed.BeginAsync("Run");
        await bed.SleepersAsync(1);
        await bed.KillAsync();
        await bed.KillAsync();
        await bed.SleepAsync(Hour);
        await bed.EndAsync(id);
        await spans.UntilAsync("orchestration:Run");

        Assert.Equal(["activity:Add", "activity:Add", "create_orchestration:Run", "orchestration:Run", "orchestration:Run:timer"], spans.Names);
        var (created, run, timer) = (spans.One("create_orchestration:Run"), spans.One("orchestration:Run"), spans.One("orchestration:Run:timer"));
        Assert.Equal(spans.Root.SpanId, created.ParentSpanId);
        Assert.Equal(created.SpanId, run.ParentSpanId);
        Assert.All(spans.Spans.Where(span => span.DisplayName is "activity:Add"), span => Assert.Equal((run.SpanId, ActivityKind.Server), (span.ParentSpanId, span.Kind)));
        Assert.Equal((run.SpanId, Hour), (timer.ParentSpanId, timer.Duration));
        Assert.Equal((begun.UtcDateTime, Hour), (run.StartTimeUtc, run.Duration));
        Assert.Equal(id, run.GetTagItem("durabletask.task.instance_id"));
    }

    [Fact]
    public async Task An_activity_that_a_kill_cut_off_runs_again_in_the_same_trace_under_the_same_name()
    {
        using var spans = new SpanRecorder();
        var hangs = new TaskCompletionSource();
        var functions = new TestFunctions()
            .Activity<int, int>("Hang", async (n, _) =>
            {
                await hangs.Task;
                return n;
            })
            .Orchestrator("Run", context => context.CallActivityAsync<int>("Hang", 1));
        await using var bed = await EngineBed.StartAsync(functions, VersioningTests.Of("1.0"));
        var id = await bed.BeginAsync("Run");
        await EngineBed.UntilAsync(() => functions.CallsOf("Hang") == 1);
        await bed.KillAsync();
        await EngineBed.UntilAsync(() => functions.CallsOf("Hang") == 2);
        hangs.SetResult();
        await bed.EndAsync(id);
        await spans.UntilAsync("orchestration:Run@(1.0)");

        var calls = spans.Spans.Where(span => span.DisplayName.StartsWith("activity:", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(calls);
        Assert.All(calls, span => Assert.Equal(("activity:Hang@(1.0)", spans.One("orchestration:Run@(1.0)").SpanId), (span.DisplayName, span.ParentSpanId)));
    }

    [Fact]
    public async Task What_a_run_starts_and_calls_is_under_it()
    {
        using var spans = new SpanRecorder();
        var functions = new TestFunctions()
            .Orchestrator("Child", _ => Task.FromResult(1))
            .Orchestrator("Started", _ => Task.FromResult(1))
            .Entity("starter", () => new Starter())
            .Orchestrator("Run", async context =>
            {
                await context.CallSubOrchestratorAsync<int>("Child");
                return await context.Entities.CallEntityAsync<string>(new EntityInstanceId("starter", "1"), "Start");
            });
        await using var bed = await EngineBed.StartAsync(functions);
        await bed.EndAsync(await bed.BeginAsync("Run"));
        await spans.UntilAsync("orchestration:Run");
        await spans.UntilAsync("orchestration:Started");
        await spans.UntilAsync("entity:starter:Note");

        var run = spans.One("orchestration:Run");
        Assert.Equal(run.SpanId, spans.One("orchestration:Child").ParentSpanId);
        var operation = spans.One("entity:starter:Start");
        Assert.Equal((run.SpanId, ActivityKind.Server), (operation.ParentSpanId, operation.Kind));
        Assert.Equal(operation.SpanId, spans.One("starter:create_orchestration").ParentSpanId);
        Assert.Equal(spans.One("starter:create_orchestration").SpanId, spans.One("orchestration:Started").ParentSpanId);
        var note = spans.One("entity:starter:Note");
        Assert.Equal((operation.SpanId, ActivityKind.Consumer), (note.ParentSpanId, note.Kind));
    }

    [Fact]
    public async Task A_run_that_an_activity_starts_is_under_that_activity()
    {
        using var spans = new SpanRecorder();
        EngineBed? bed = null;
        var functions = new TestFunctions()
            .Orchestrator("Other", _ => Task.FromResult(1))
            .Activity<int, string>("Start", (_, _) => bed!.BeginAsync("Other"))
            .Orchestrator("Run", context => context.CallActivityAsync<string>("Start", 1));
        bed = await EngineBed.StartAsync(functions);
        await using (bed)
        {
            await bed.RunAsync("Run");
            await spans.UntilAsync("orchestration:Other");
        }

        Assert.Equal(spans.One("activity:Start").SpanId, spans.One("create_orchestration:Other").ParentSpanId);
        Assert.Equal(spans.One("create_orchestration:Other").SpanId, spans.One("orchestration:Other").ParentSpanId);
    }

    [Fact]
    public async Task A_failure_is_told_by_its_type_and_never_by_its_message()
    {
        using var spans = new SpanRecorder();
        var functions = new TestFunctions()
            .Activity<int, int>("Fail", _ => throw new TimeoutException("sarah@examplecorp.com"))
            .Orchestrator("Run", context => context.CallActivityAsync<int>("Fail", 1));
        await using var bed = await EngineBed.StartAsync(functions);
        await bed.RunAsync("Run");
        await spans.UntilAsync("orchestration:Run");

        foreach (var (name, type) in new[] { ("activity:Fail", typeof(TimeoutException)), ("orchestration:Run", typeof(TaskFailedException)) })
        {
            var span = spans.One(name);
            Assert.Equal((ActivityStatusCode.Error, null, type.FullName), (span.Status, span.StatusDescription, span.GetTagItem("error.type")));
            Assert.DoesNotContain("sarah", string.Join(' ', span.TagObjects) + string.Join(' ', span.Events.SelectMany(happening => happening.Tags)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_event_that_a_client_raises_has_a_span()
    {
        using var spans = new SpanRecorder();
        await using var bed = await EngineBed.StartAsync(new TestFunctions().Orchestrator("Wait", context => context.WaitForExternalEvent<string>("go")));
        var id = await bed.BeginAsync("Wait");
        await bed.RaiseAsync(id, "go", "on");
        await bed.EndAsync(id);

        Assert.Equal((ActivityKind.Producer, id), (spans.One("orchestration_event:go").Kind, spans.One("orchestration_event:go").GetTagItem("durabletask.event.target_instance_id")));
    }

    [Fact]
    public async Task What_is_logged_in_a_step_belongs_to_the_runs_span()
    {
        using var spans = new SpanRecorder();
        var seen = new List<ActivitySpanId?>();
        var functions = new TestFunctions().Orchestrator("Run", async context =>
        {
            seen.Add(Activity.Current?.SpanId);
            await context.CreateTimer(context.CurrentUtcDateTime + Hour, CancellationToken.None);
            seen.Add(Activity.Current?.SpanId);
            return 1;
        });
        await using var bed = await EngineBed.StartAsync(functions);
        var id = await bed.BeginAsync("Run");
        await bed.SleepAsync(Hour);
        await bed.EndAsync(id);
        await spans.UntilAsync("orchestration:Run");

        Assert.All(seen, span => Assert.Equal(spans.One("orchestration:Run").SpanId, span));
    }

    [Fact]
    public void A_span_takes_the_id_that_was_promised_for_it()
    {
        using var span = new Activity("any").SetIdFormat(ActivityIdFormat.W3C).Start();
        SpanIds.Set(span, "00f067aa0ba902b7");
        using var child = new Activity("child").Start();

        Assert.Equal("00f067aa0ba902b7", span.SpanId.ToHexString());
        Assert.Equal($"00-{span.TraceId}-00f067aa0ba902b7-00", span.Id);
        Assert.Equal(span.SpanId, child.ParentSpanId);
    }

    private sealed class Starter : ITaskEntity
    {
        public ValueTask<object?> RunAsync(TaskEntityOperation operation)
        {
            if (operation.Name is "Start")
            {
                operation.Context.SignalEntity(operation.Context.Id, "Note");
                return new(operation.Context.ScheduleNewOrchestration("Started"));
            }

            operation.State.SetState("noted");
            return default;
        }
    }
}
