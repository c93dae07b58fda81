using System.Threading.Channels;
using FuseDeskFlows.EmbeddedHost.Engine.Client;
using FuseDeskFlows.EmbeddedHost.Engine.Entities;
using FuseDeskFlows.EmbeddedHost.Engine.Runtime;
using FuseDeskFlows.EmbeddedHost.Engine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.EmbeddedHost.Engine;

/// <summary>Durable Functions on a SQLite file: orchestrations, activities, timers, events and entities that survive the process.</summary>
internal sealed class DurableEngine : IAsyncDisposable
{
    private readonly EngineOptions _options;
    private readonly IDurableFunctions _functions;
    private readonly DataConverter _converter;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _loggers;
    private readonly Channel<string> _orchestrations = Channel.CreateUnbounded<string>();
    private readonly Channel<string> _entities = Channel.CreateUnbounded<string>();
    private readonly Channel<ActivityWork> _activities = Channel.CreateUnbounded<ActivityWork>();
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly Mailboxes _mailboxes;
    private readonly InstanceCache _cache;
    private readonly InstanceSignals _signals = new();
    private readonly DueMessages _due;
    private readonly StoreReader _reader;
    private readonly EngineClient _client;
    private StoreWriter? _writer;
    private Task _workers = Task.CompletedTask;
    private bool _ended;

    public DurableEngine(EngineOptions options, IDurableFunctions functions, DataConverter converter, TimeProvider time, ILoggerFactory loggers)
    {
        _options = options;
        _functions = functions;
        _converter = converter;
        _time = time;
        _loggers = loggers;
        _mailboxes = new(id => _orchestrations.Writer.TryWrite(id), id => _entities.Writer.TryWrite(id));
        _cache = new(options.MaxCachedInstances);
        _due = new(time, _mailboxes.Deliver);
        _reader = new(options.DatabasePath);
        _client = new(options.HubName, () => Writer, _reader, _signals, functions, options.Versions, converter, time);
    }

    /// <summary>Starts, steers and reads orchestrations and entities; usable once the engine has started.</summary>
    public DurableTaskClient Client => _client;

    public EngineCounters Counters =>
        new(Writer.Units, Writer.Transactions, _cache.Count, _mailboxes.Count, _due.Count);

    private StoreWriter Writer => _writer ?? throw new InvalidOperationException("The durable engine has not started.");

    /// <summary>Opens the file and goes on with what is in it.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, foreign, or of a newer version.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _writer = new(Schema.Open(_options.DatabasePath), Publish, _loggers.CreateLogger<StoreWriter>());
        foreach (var message in _reader.Messages())
        {
            Deliver(message);
        }

        foreach (var activity in _reader.Activities())
        {
            _activities.Writer.TryWrite(activity);
        }

        _writer.Start();

        var orchestrations = new OrchestrationWorker(
            _orchestrations.Reader, _mailboxes, _cache, _reader, _writer, _functions, _options.Versions, _converter, _time, _loggers);
        var entities = new EntityWorker(_entities.Reader, _mailboxes, _reader, _writer, _functions, _converter, _time, _loggers);
        var activities = new ActivityWorker(_activities.Reader, _writer, _functions, _converter, _loggers);
        _workers = Task.WhenAll(
            Several(_options.MaxConcurrentOrchestrations, () => orchestrations.RunAsync(_stop.Token))
                .Concat(Several(_options.MaxConcurrentEntities, () => entities.RunAsync(_stop.Token, _abort.Token)))
                .Concat(Several(_options.MaxConcurrentActivities, () => activities.RunAsync(_stop.Token, _abort.Token))));
        return Task.CompletedTask;
    }

    /// <summary>Takes no new work, lets running activities end until the token says that time is up, and closes the file.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_ended || _writer is null)
        {
            return;
        }

        _ended = true;
        await _stop.CancelAsync();
        _due.Dispose();
        try
        {
            await _workers.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await _abort.CancelAsync();
        }

        await _writer.CompleteAsync();
        Close();
    }

    /// <summary>Ends as if the process were killed: nothing more is stored, nothing is waited for. For tests.</summary>
    public async Task AbandonAsync()
    {
        if (_ended || _writer is null)
        {
            return;
        }

        _ended = true;
        await _writer.AbandonAsync();
        _due.Dispose();
        await _stop.CancelAsync();
        await _abort.CancelAsync();
        Close();
    }

    /// <summary>The history of an orchestration's present run; empty when there is no such instance.</summary>
    public Task<IReadOnlyList<HistoryRecord>> ReadHistoryAsync(string instanceId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<HistoryRecord>>(_reader.History(instanceId));
    }

    /// <summary>Stops without giving running activities time.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(new CancellationToken(canceled: true));
        _due.Dispose();
        _stop.Dispose();
        _abort.Dispose();
    }

    // LongRunning is not needed: steps are short, and activities are asynchronous.
    private static IEnumerable<Task> Several(int count, Func<Task> worker) => Enumerable.Range(0, count).Select(_ => Task.Run(worker));

    private void Close()
    {
        _signals.Close();
        _writer!.Dispose();
        _reader.Dispose();
    }

    private void Publish(Effects effects)
    {
        foreach (var id in effects.Forgotten)
        {
            _cache.Take(id);
        }

        effects.Messages.ForEach(Deliver);
        effects.Withdrawn.ForEach(_due.Withdraw);
        foreach (var activity in effects.Activities)
        {
            _activities.Writer.TryWrite(activity);
        }

        _signals.Changed(effects.Changed);
    }

    private void Deliver(Message message)
    {
        if (message.DueAt > _time.GetUtcNow())
        {
            _due.Add(message);
        }
        else
        {
            _mailboxes.Deliver(message);
        }
    }
}
