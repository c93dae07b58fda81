namespace LocalFunctionsHost.Jobs;

/// <summary>What a function gets that the host calls itself. Public, because emitted methods take it.</summary>
public sealed class DirectCall
{
    internal DirectCall(object trigger, RetryContext? retry) => (Trigger, Retry) = (trigger, retry);

    /// <summary>What the trigger hands over: a request, or the JSON text of a timer that the worker expects.</summary>
    internal object Trigger { get; }
    /// <summary>How often it was tried already; null where the function is not tried again.</summary>
    internal RetryContext? Retry { get; }
}
