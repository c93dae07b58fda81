using System.Diagnostics;
using LocalFunctionsHost.State;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.State;

public sealed class WorkerRecordFileTests : IDisposable
{
    private const string WorkerId = "w-1";

    private readonly TempFolder _folder = new();
    private readonly StateFolder _state;
    private readonly WorkerRecordFile _file;

    public WorkerRecordFileTests()
    {
        _state = StateFolder.Claim(_folder.File("state"));
        _file = new(_state);
    }

    public void Dispose()
    {
        _state.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_worker_that_is_left_over_is_ended()
    {
        using var worker = Sleeper();
        _file.Write(worker, WorkerId);
        _file.EndLeftOver();
        Assert.True(worker.WaitForExit(TimeSpan.FromMinutes(1)));
        Assert.False(File.Exists(_state.File("worker.json")));
    }

    [Theory]
    [InlineData("\"WorkerId\":\"w-1\"", "\"WorkerId\":\"w-2\"")]
    [InlineData("\"Started\":\"2", "\"Started\":\"1")]
    public void Another_process_that_got_the_id_is_left_alone(string own, string other)
    {
        using var stranger = Sleeper();
        try
        {
            _file.Write(stranger, WorkerId);
            var record = File.ReadAllText(_state.File("worker.json"));
            File.WriteAllText(_state.File("worker.json"), record.Replace(own, other, StringComparison.Ordinal));
            _file.EndLeftOver();
            Assert.False(stranger.HasExited);
        }
        finally
        {
            stranger.Kill();
        }
    }

    [Fact]
    public void Nothing_is_left_over_of_a_worker_that_has_ended_or_a_record_that_is_broken()
    {
        using var worker = Sleeper();
        _file.Write(worker, WorkerId);
        worker.Kill();
        worker.WaitForExit();
        _file.EndLeftOver();
        File.WriteAllText(_state.File("worker.json"), "{ \"ProcessId\": 1");
        _file.EndLeftOver();
        Assert.False(File.Exists(_state.File("worker.json")));
    }

    // A shell that has the worker's arguments and waits.
    private static Process Sleeper() => Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "read line", "sh", "--workerId", WorkerId])
    {
        RedirectStandardInput = true,
        UseShellExecute = false,
    })!;
}
