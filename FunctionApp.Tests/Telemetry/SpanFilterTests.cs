using System.Diagnostics;
using FuseDeskFlows.Orchestrations.Audit;
using FuseDeskFlows.Orchestrations.CaseEvents;
using FuseDeskFlows.Orchestrations.Digest;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Telemetry;

namespace FuseDeskFlows.Tests.Telemetry;

public sealed class SpanFilterTests
{
    private static readonly SpanFilter Filter = new(FuseDeskFlows.Telemetry.OrchestrationNames.Find());

    [Fact]
    public void The_apps_orchestrations_are_found() => Assert.Superset(
        new HashSet<string>(StringComparer.Ordinal)
        {
            CaseTriage.Name,
            CaseEventFlow.Name,
            ChatEscalationAudit.Name,
            ReadDigestBatchOrchestration.Name,
        },
        FuseDeskFlows.Telemetry.OrchestrationNames.Find().ToHashSet(StringComparer.Ordinal));

    [Theory]
    [InlineData("Microsoft.Azure.Functions.Worker", "CaseTriage", false)]
    [InlineData("Microsoft.Azure.Functions.Worker", "TriageCase", true)]
    [InlineData("Microsoft.Azure.Functions.Worker", "get_single_fuse_desk_case_by_id", true)]
    [InlineData("Other", "CaseTriage", true)]
    public void Steps_of_orchestrations_are_left_out(string source, string function, bool kept) =>
        Assert.Equal(kept, End(source, span => span.SetTag("faas.name", function)).Recorded);

    [Theory]
    [InlineData("https://api.truto.one/proxy/cases?*", true)]
    [InlineData("http://127.0.0.1:50051/TaskHubSidecarService/StartInstance", false)]
    public void The_workers_talk_with_its_host_is_left_out(string url, bool kept) =>
        Assert.Equal(kept, End(TelemetryRegistration.HttpClientSource, span => span.SetTag("url.full", url)).Recorded);

    [Fact]
    public void A_request_that_no_function_made_is_left_out() =>
        Assert.False(End(TelemetryRegistration.HttpClientSource, _ => { }, withParent: false).Recorded);

    [Fact]
    public void A_failure_keeps_its_type_and_loses_its_message()
    {
        var span = End(
            "Microsoft.Azure.Functions.Worker",
            span => span.SetStatus(ActivityStatusCode.Error, "sarah@examplecorp.com").SetTag("error.type", "timeout"));

        Assert.True(span.Recorded);
        Assert.Equal((ActivityStatusCode.Error, null, "timeout"), (span.Status, span.StatusDescription, span.GetTagItem("error.type")));
    }

    private static Activity End(string source, Action<Activity> set, bool withParent = true)
    {
        using var spans = new ActivitySource(source);
        using var listener = new ActivityListener
        {
            ShouldListenTo = candidate => ReferenceEquals(candidate, spans),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        var parent = withParent
            ? new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded)
            : default;
        var span = spans.StartActivity("any", ActivityKind.Client, parent)!;
        set(span);
        span.Stop();
        Filter.OnEnd(span);
        return span;
    }
}
