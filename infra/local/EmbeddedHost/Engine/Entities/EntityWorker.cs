using System.Threading.Channels;
using FuseDeskFlows.EmbeddedHost.Engine.Runtime;
using FuseDeskFlows.EmbeddedHost.Engine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.EmbeddedHost.Engine.Entities;

/// <summary>Runs the operations of entities that have messages.</summary>
internal sealed class EntityWorker(
    ChannelReader<string> ready,
    Mailboxes mailboxes,
    StoreReader reader,
    StoreWriter writer,
    IDurableFunctions functions,
    DataConverter converter,
    TimeProvider time,
    ILoggerFactory loggers)
{
    private readonly ILogger _log = loggers.CreateLogger<EntityWorker>();

    /// <summary>Works until told to stop; several may do so side by side.</summary>
    /// <param name="stop">Takes no further entity.</param>
    /// <param name="abort">Tells running operations that nobody waits for them any more.</param>
    public async Task RunAsync(CancellationToken stop, CancellationToken abort)
    {
        try
        {
            await foreach (var id in ready.ReadAllAsync(stop))
            {
                if (stop.IsCancellationRequested)
                {
                    return;
                }

                await WorkAsync(id, abort);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The rest goes on at the next start.
        }
    }

    private async Task WorkAsync(string id, CancellationToken abort)
    {
        try
        {
            var entity = EntityInstanceId.FromString(id);
            var row = reader.Entity(id);
            var turn = EntityLocks.Plan(mailboxes.Take(id), row?.LockedBy);
            var batch = new EntityBatch(entity, turn, row?.State, converter, time, _log);
            if (turn.Operations.Count > 0)
            {
                await RunAsync(entity, batch, abort);
            }

            if (abort.IsCancellationRequested)
            {
                return;
            }

            await writer.WriteAsync(batch.Save);
            mailboxes.Done(id, turn.Held);
        }
        catch (Exception e)
        {
            _log.OperationsNotStored(e, id);
        }
    }

    private async Task RunAsync(EntityInstanceId id, EntityBatch batch, CancellationToken abort)
    {
        if (!functions.HasEntity(id.Name))
        {
            _log.NoSuchEntity(id.Name);
            batch.FailRest(Failures.UnknownEntity(id.Name));
            return;
        }

        try
        {
            await functions.RunEntityAsync(id.Name, batch.RunAsync, abort);
        }
        catch (Exception e)
        {
            _log.EntityFailed(id, e.GetType());
            batch.FailRest(TaskFailureDetails.FromException(e));
        }
    }
}
