using System.Diagnostics;
using FuseDeskFlows.EmbeddedHost.Engine.Tracing;

namespace FuseDeskFlows.EmbeddedHost.Worker.Functions;

/// <summary>The span of a function's run, as the worker on Azure makes it. Orchestrations have none, since they are replayed, and entities none,
/// since one run of theirs serves many callers: the durable engine tells of both.</summary>
internal static class FunctionSpans
{
    /// <summary>The source's name.</summary>
    public const string Source = "Microsoft.Azure.Functions.Worker";

    private static readonly ActivitySource Spans = new(Source);

    /// <summary>Begins a run; null if nobody listens.</summary>
    public static Activity? Begin(EmbeddedFunctionContext run) =>
        run.Function.Trigger is OrchestrationFunctionTrigger or EntityFunctionTrigger || !Spans.HasListeners()
            ? null
            : Spans.StartActivity(
                $"function {run.Function.Name}",
                ActivityKind.Internal,
                default(ActivityContext),
                [new("faas.invocation_id", run.InvocationId), new("faas.name", run.Function.Name)]);

    /// <summary>A run failed.</summary>
    public static void Fail(Activity? span, Exception error) => DurableSpans.Fail(span, error);
}
