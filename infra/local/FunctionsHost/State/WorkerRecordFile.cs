using System.ComponentModel;

namespace LocalFunctionsHost.State;

/// <summary>Remembers the worker beyond the host's own end: a host that is killed cannot take its worker along.</summary>
internal sealed class WorkerRecordFile(StateFolder state)
{
    // The system counts in ticks since it was booted, and the boot's time is measured anew by each process.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly string _file = state.File("worker.json");

    public void Write(Process worker, string workerId)
    {
        try
        {
            StateFolder.Write(_file, JsonSerializer.Serialize(new Record(worker.Id, worker.StartTime.ToUniversalTime(), workerId)));
        }
        catch (InvalidOperationException)
        {
            // It has ended already: there is nothing to remember.
        }
    }

    /// <summary>Ends the worker that was noted, if it still lives, and forgets it.</summary>
    /// <exception cref="HostStartException">It cannot be ended: two workers would do the same work.</exception>
    public void EndLeftOver()
    {
        if (Read() is { } record && Find(record) is { } worker)
        {
            using (worker)
            {
                End(worker);
            }
        }

        File.Delete(_file);
    }

    private Record? Read()
    {
        try
        {
            return File.Exists(_file) ? JsonSerializer.Deserialize<Record>(File.ReadAllText(_file)) : null;
        }
        catch (JsonException)
        {
            // Half written when the host was killed: the worker had not been told anything yet, and ends itself.
            return null;
        }
    }

    private static Process? Find(Record record)
    {
        try
        {
            var process = Process.GetProcessById(record.ProcessId);
            var commandLine = $"/proc/{record.ProcessId}/cmdline";
            var isWorker = (process.StartTime.ToUniversalTime() - record.Started).Duration() <= Tolerance
                && (!File.Exists(commandLine) || File.ReadAllText(commandLine).Contains(record.WorkerId, StringComparison.Ordinal));
            return isWorker ? process : null;
        }
        catch (Exception e) when (e
            is ArgumentException or InvalidOperationException or Win32Exception or IOException or UnauthorizedAccessException)
        {
            // No such process, or one that is not ours to look at.
            return null;
        }
    }

    private static void End(Process worker)
    {
        var why = $"it has not ended within {Patience.TotalSeconds:F0} s";
        try
        {
            worker.Kill();
            if (worker.WaitForExit(Patience))
            {
                return;
            }
        }
        catch (Win32Exception e)
        {
            why = e.Message;
        }

        throw new HostStartException(
            $"The worker of a host that was killed, process {worker.Id}, still runs and cannot be ended: {why.TrimEnd('.')}. End it.");
    }

    // Another process may get the id later: when it started (UTC), and what a worker calls itself on its command line, tell them apart.
    private sealed record Record(int ProcessId, DateTime Started, string WorkerId);
}
