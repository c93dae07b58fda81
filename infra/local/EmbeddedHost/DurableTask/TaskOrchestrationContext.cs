using Microsoft.DurableTask.Abstractions;
using Microsoft.DurableTask.Entities;
using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask;

/// <summary>What an orchestrator works with. Its code runs again from the start when an instance is rebuilt, so everything that
/// may differ from run to run (time, ids, I/O, waiting) has to come from here.</summary>
public abstract class TaskOrchestrationContext
{
    private ILoggerFactory? _replaySafeLoggers;

    /// <summary>The orchestrator's name.</summary>
    public abstract TaskName Name { get; }

    /// <summary>The instance's id.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The orchestration that started this one; null when a client did.</summary>
    public abstract ParentOrchestrationInstance? Parent { get; }

    /// <summary>The time in UTC at which the present step was recorded; the same in each replay.</summary>
    public abstract DateTime CurrentUtcDateTime { get; }

    /// <summary>Whether the code runs through steps that are already in the history.</summary>
    public abstract bool IsReplaying { get; }

    /// <summary>The instance's version; empty when it has none.</summary>
    public virtual string Version => string.Empty;

    /// <summary>Settings of the host for orchestrators.</summary>
    public virtual IReadOnlyDictionary<string, object?> Properties { get; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>Calls to entities.</summary>
    /// <exception cref="NotSupportedException">This context has no entities.</exception>
    public virtual TaskOrchestrationEntityFeature Entities => throw new NotSupportedException($"{GetType()} has no entities.");

    /// <summary>Makes loggers that keep quiet in replays.</summary>
    public virtual ILoggerFactory ReplaySafeLoggerFactory => _replaySafeLoggers ??= new ReplaySafeLoggerFactory(this, () => LoggerFactory);

    /// <summary>The host's loggers.</summary>
    protected abstract ILoggerFactory LoggerFactory { get; }

    /// <summary>Reads the instance's input.</summary>
    /// <typeparam name="T">The type of the input.</typeparam>
    /// <returns>The input; the type's default if there is none.</returns>
    public abstract T? GetInput<T>();

    /// <summary>Calls an activity that has no result.</summary>
    /// <param name="name">The activity.</param>
    /// <param name="input">Its input.</param>
    /// <param name="options">Its retries and more.</param>
    /// <returns>Ends with the activity.</returns>
    /// <exception cref="TaskFailedException">The activity failed.</exception>
    public virtual Task CallActivityAsync(TaskName name, object? input = null, TaskOptions? options = null) =>
        CallActivityAsync<object>(name, input, options);

    /// <summary>Calls an activity that has neither input nor result.</summary>
    /// <param name="name">The activity.</param>
    /// <param name="options">Its retries and more.</param>
    /// <returns>Ends with the activity.</returns>
    /// <exception cref="TaskFailedException">The activity failed.</exception>
    public virtual Task CallActivityAsync(TaskName name, TaskOptions options) => CallActivityAsync(name, null, options);

    /// <summary>Calls an activity that has no input.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="name">The activity.</param>
    /// <param name="options">Its retries and more.</param>
    /// <returns>The result.</returns>
    /// <exception cref="TaskFailedException">The activity failed.</exception>
    public virtual Task<TResult> CallActivityAsync<TResult>(TaskName name, TaskOptions options) => CallActivityAsync<TResult>(name, null, options);

    /// <summary>Calls an activity.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="name">The activity.</param>
    /// <param name="input">Its input.</param>
    /// <param name="options">Its retries and more.</param>
    /// <returns>The result.</returns>
    /// <exception cref="TaskFailedException">The activity failed.</exception>
    public abstract Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null);

    /// <summary>Waits for some time.</summary>
    /// <param name="delay">How long, from <see cref="CurrentUtcDateTime"/>.</param>
    /// <param name="cancellationToken">Cancels the timer.</param>
    /// <returns>Ends when the time is over.</returns>
    /// <exception cref="TaskCanceledException">The timer was cancelled.</exception>
    public virtual Task CreateTimer(TimeSpan delay, CancellationToken cancellationToken) =>
        CreateTimer(CurrentUtcDateTime.Add(delay), cancellationToken);

    /// <summary>Waits until a moment.</summary>
    /// <param name="fireAt">The moment, in UTC.</param>
    /// <param name="cancellationToken">Cancels the timer.</param>
    /// <returns>Ends when the moment has come.</returns>
    /// <exception cref="TaskCanceledException">The timer was cancelled.</exception>
    public abstract Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken);

    /// <summary>Waits for an event; one that came earlier and was not taken counts.</summary>
    /// <typeparam name="T">The type of the event's payload.</typeparam>
    /// <param name="eventName">The event's name; case does not matter.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The payload.</returns>
    /// <exception cref="TaskCanceledException">The wait was given up.</exception>
    public abstract Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default);

    /// <summary>Waits for an event for some time.</summary>
    /// <typeparam name="T">The type of the event's payload.</typeparam>
    /// <param name="eventName">The event's name; case does not matter.</param>
    /// <param name="timeout">How long.</param>
    /// <returns>The payload.</returns>
    /// <exception cref="TaskCanceledException">The event did not come in time.</exception>
    public Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout) =>
        WaitForExternalEvent<T>(eventName, timeout, CancellationToken.None);

    /// <summary>Waits for an event for some time.</summary>
    /// <typeparam name="T">The type of the event's payload.</typeparam>
    /// <param name="eventName">The event's name; case does not matter.</param>
    /// <param name="timeout">How long.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The payload.</returns>
    /// <exception cref="TaskCanceledException">The event did not come in time, or the wait was given up.</exception>
    public async Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var timerEnd = new CancellationTokenSource();
        using var waitEnd = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var timer = CreateTimer(timeout, timerEnd.Token);
        var arrival = WaitForExternalEvent<T>(eventName, waitEnd.Token);

#pragma warning disable VSTHRD103 // CancelAsync would cancel on another thread; continuations must run in the orchestrator's own turn
        if (await Task.WhenAny(timer, arrival) == arrival)
        {
            timerEnd.Cancel();
        }
        else
        {
            waitEnd.Cancel();
        }
#pragma warning restore VSTHRD103
        return await arrival;
    }

    /// <summary>Sends an event to another orchestration.</summary>
    /// <param name="instanceId">The receiver.</param>
    /// <param name="eventName">The event's name.</param>
    /// <param name="payload">The payload.</param>
    public abstract void SendEvent(string instanceId, string eventName, object payload);

    /// <summary>Shows what the instance is doing; readers see it after the present step.</summary>
    /// <param name="customStatus">The status, at most 16 KB of UTF-16 once serialised.</param>
    public abstract void SetCustomStatus(object? customStatus);

    /// <summary>Calls another orchestrator.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="orchestratorName">The orchestrator.</param>
    /// <param name="input">Its input.</param>
    /// <param name="options">Its retries, instance id and more.</param>
    /// <returns>The result.</returns>
    /// <exception cref="TaskFailedException">The orchestration failed.</exception>
    public abstract Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null);

    /// <summary>Calls another orchestrator without input.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="orchestratorName">The orchestrator.</param>
    /// <param name="options">Its retries, instance id and more.</param>
    /// <returns>The result.</returns>
    /// <exception cref="TaskFailedException">The orchestration failed.</exception>
    public virtual Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, TaskOptions options) =>
        CallSubOrchestratorAsync<TResult>(orchestratorName, null, options);

    /// <summary>Calls another orchestrator without input and result.</summary>
    /// <param name="orchestratorName">The orchestrator.</param>
    /// <param name="options">Its retries, instance id and more.</param>
    /// <returns>Ends with the orchestration.</returns>
    /// <exception cref="TaskFailedException">The orchestration failed.</exception>
    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, TaskOptions options) =>
        CallSubOrchestratorAsync(orchestratorName, null, options);

    /// <summary>Calls another orchestrator that has no result.</summary>
    /// <param name="orchestratorName">The orchestrator.</param>
    /// <param name="input">Its input.</param>
    /// <param name="options">Its retries, instance id and more.</param>
    /// <returns>Ends with the orchestration.</returns>
    /// <exception cref="TaskFailedException">The orchestration failed.</exception>
    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        CallSubOrchestratorAsync<object>(orchestratorName, input, options);

    /// <summary>Starts the instance over with a new input and an empty history, once the orchestrator returns.</summary>
    /// <param name="newInput">The new input.</param>
    /// <param name="preserveUnprocessedEvents">Whether events that nobody waited for stay.</param>
    public abstract void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true);

    /// <summary>Starts the instance over with a new input and an empty history, once the orchestrator returns.</summary>
    /// <param name="options">The new input and more.</param>
    public virtual void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ContinueAsNew(options.NewInput, options.PreserveUnprocessedEvents);
    }

    /// <summary>Makes an id that is the same in each replay.</summary>
    /// <returns>The id.</returns>
    public abstract Guid NewGuid();

    /// <summary>Compares the instance's version with another, to tell which code it needs.</summary>
    /// <param name="version">The other version.</param>
    /// <returns>Less than 0 if the instance's version is older or it has none, 0 if they are the same, more than 0 if it is newer.</returns>
    public virtual int CompareVersionTo(string version) => TaskOrchestrationVersioningUtils.CompareVersions(Version, version);

    /// <summary>Makes a logger that keeps quiet in replays.</summary>
    /// <param name="categoryName">Its category.</param>
    /// <returns>The logger.</returns>
    public virtual ILogger CreateReplaySafeLogger(string categoryName) => new ReplaySafeLogger(this, LoggerFactory.CreateLogger(categoryName));

    /// <summary>Makes a logger that keeps quiet in replays.</summary>
    /// <param name="type">The type that names its category.</param>
    /// <returns>The logger.</returns>
    public virtual ILogger CreateReplaySafeLogger(Type type) => new ReplaySafeLogger(this, LoggerFactory.CreateLogger(type));

    /// <summary>Makes a logger that keeps quiet in replays.</summary>
    /// <typeparam name="T">The type that names its category.</typeparam>
    /// <returns>The logger.</returns>
    public virtual ILogger CreateReplaySafeLogger<T>() => new ReplaySafeLogger(this, LoggerFactory.CreateLogger<T>());
}
