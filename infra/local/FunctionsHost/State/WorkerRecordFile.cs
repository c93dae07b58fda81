using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace LocalFunctionsHost.State;

/// <summary>Remembers the worker beyond the host's own end: a host that is killed cannot take its worker along.</summary>
/// <param name="state">The state folder.</param>
internal sealed class WorkerRecordFile(StateFolder state)
{
    // The system counts in ticks since it was booted, and the boot's time is measured anew by each process.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly string _file = state.File("worker.json");

    /// <summary>Notes a worker that has just been started.</summary>
    /// <param name="worker">Its process, as it was started.</param>
    public void Write(Process worker)
    {
        try
        {
            var arguments = worker.StartInfo.ArgumentList;
            var workerId = arguments.SkipWhile(argument => argument is not "--workerId").Skip(1).FirstOrDefault() ?? "";
            var record = new WorkerRecord(worker.Id, worker.StartTime.ToUniversalTime(), workerId);
            File.WriteAllText(_file, JsonSerializer.Serialize(record));
        }
        catch (InvalidOperationException)
        {
            // It has ended already: there is nothing to remember.
        }
    }

    /// <summary>Ends the worker that was noted, if it still lives, and forgets it.</summary>
    /// <returns>The process that was ended; null if there was none.</returns>
    public int? EndLeftOver()
    {
        var record = Read();
        File.Delete(_file);
        if (record is null || Find(record) is not { } process)
        {
            return null;
        }

        using (process)
        {
            process.Kill();
            process.WaitForExit(Patience);
            return record.ProcessId;
        }
    }

    private WorkerRecord? Read()
    {
        try
        {
            return File.Exists(_file) ? JsonSerializer.Deserialize<WorkerRecord>(File.ReadAllText(_file)) : null;
        }
        catch (JsonException)
        {
            // Half written when the host was killed: the worker had not been told anything yet, and ends itself.
            return null;
        }
    }

    private static Process? Find(WorkerRecord record)
    {
        Process? process = null;
        try
        {
            process = Process.GetProcessById(record.ProcessId);
            if ((process.StartTime.ToUniversalTime() - record.Started).Duration() <= Tolerance && IsWorker(record))
            {
                return process;
            }
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception or IOException or UnauthorizedAccessException)
        {
            // No such process, or one that is not ours to look at.
        }

        process?.Dispose();
        return null;
    }

    private static bool IsWorker(WorkerRecord record)
    {
        var commandLine = $"/proc/{record.ProcessId}/cmdline";
        return !File.Exists(commandLine) || File.ReadAllText(commandLine).Contains(record.WorkerId, StringComparison.Ordinal);
    }
}
