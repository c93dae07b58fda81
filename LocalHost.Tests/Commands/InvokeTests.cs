using System.Text;
using System.Text.Json;
using LocalFunctionsHost;
using LocalFunctionsHost.Commands;
using LocalHost.Tests.Host;
using LocalHost.Tests.Support;
using Microsoft.Data.Sqlite;

namespace LocalHost.Tests.Commands;

public sealed class InvokeTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly RecordingWriter _output = new();
    private readonly RecordingWriter _error = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task The_output_goes_to_stdout_alone_and_all_else_to_stderr()
    {
        Assert.Equal(0, await RunAsync("Hello", "\"Sarah\"", "--instance-id", "i1"));
        Assert.Equal("said Sarah", JsonDocument.Parse(_output.ToString()).RootElement.GetString());
        Assert.Contains("Hello started as i1", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("""status: {"step":1}""", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_told_on_stderr_and_by_exit_code_1()
    {
        Assert.Equal(1, await RunAsync("FailOrch", "\"here\""));
        Assert.Equal("", _output.ToString());
        Assert.Contains("FailOrch ended: Failed. System.InvalidOperationException: ", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_that_the_orchestration_cannot_read_is_one_sentence()
    {
        Assert.Equal(1, await RunAsync("Sequence", "\"many\""));
        Assert.EndsWith(
            $"Sequence ended: Failed. The input cannot be read as a whole number.{Environment.NewLine}",
            _error.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_orchestration_is_told_with_those_that_are_known()
    {
        Assert.Equal(1, await RunAsync("Nope"));
        Assert.Contains("There is no orchestration 'Nope'. There are: ", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Hello, ", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_that_takes_too_long_is_given_up_and_gone_on_with_later()
    {
        Assert.Equal(1, await RunAsync("Timer", "4", "--instance-id", "w", "--timeout", "0.5"));
        Assert.EndsWith(
            $"Timer has not ended within 00:00:00.5000000. Go on with: invoke Timer --instance-id w{Environment.NewLine}",
            _error.ToString(),
            StringComparison.Ordinal);
        Assert.Equal("", _output.ToString());

        Assert.Equal(1, await RunAsync("Hello", "--instance-id", "w"));
        Assert.Contains("Instance w is a run of Timer, not of Hello.", _error.ToString(), StringComparison.Ordinal);

        Assert.Equal(0, await RunAsync("timer", "--instance-id", "w"));
        Assert.Contains("going on with it, its first input stands", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal("\"woken\"", _output.ToString().Trim());
    }

    [Fact]
    public async Task Whoever_has_had_enough_is_told_how_to_go_on()
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var run = RunUntilAsync(["Timer", "600", "--instance-id", "w"], enough.Token);
        await Eventually.TrueAsync(() => _error.ToString().Contains("started as w", StringComparison.Ordinal), "the run starts");
        await enough.CancelAsync();
        Assert.Equal(1, await run);
        Assert.EndsWith(
            $"Interrupted. Go on with: invoke Timer --instance-id w{Environment.NewLine}", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_understood_and_state_that_is_in_use_are_a_sentence_each()
    {
        Assert.Equal(1, await RunAsync("Hello", "{'a'"));
        Assert.StartsWith("The input is not JSON (character 2 of line 1)", _error.ToString(), StringComparison.Ordinal);
        using var owner = LocalFunctionsHost.State.StateFolder.Claim(_folder.File("state"));
        Assert.Equal(1, await RunAsync("Hello"));
        Assert.Contains(
            $"The state folder {_folder.File("state")} is in use by another process", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_nobody_listens_to_ends_as_any_other()
    {
        await using var closed = new ClosedPipe();
        Assert.Equal(0, await RunUntilAsync(["Hello", "\"Sarah\""], Cancel, closed));
        Assert.Equal("\"said Sarah\"", _output.ToString().Trim());
        Assert.Equal(1, await RunUntilAsync(["Nope"], Cancel, closed));
    }

    [Theory]
    [InlineData("durable.db", "CREATE TABLE activities (instance TEXT NOT NULL, execution TEXT NOT NULL, task INTEGER NOT NULL)")]
    [InlineData("queues.db", "CREATE TABLE messages (sequence INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL)")]
    public async Task State_of_an_earlier_host_is_refused_in_a_sentence_and_left_as_it_is(string file, string table)
    {
        var path = Path.Combine(Directory.CreateDirectory(_folder.File("state")).FullName, file);
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=false"))
        {
            await connection.OpenAsync(Cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = table;
            await command.ExecuteNonQueryAsync(Cancel);
        }

        var before = await File.ReadAllBytesAsync(path, Cancel);
        Assert.Equal(1, await RunAsync("Hello"));
        Assert.Contains(
            $"'{path}' is a database of something else, or of an earlier version, and has been left as it is.",
            _error.ToString(),
            StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancel));
    }

    [Fact]
    public async Task Nobody_else_can_read_what_is_kept_in_a_folder_that_was_there_before()
    {
        var state = Directory.CreateDirectory(_folder.File("state"));
        Assert.Equal(1, await RunAsync("Timer", "600", "--timeout", "0.1"));
        Assert.Contains(state.EnumerateFiles(), file => file.Name is "durable.db");
        if (!OperatingSystem.IsWindows())
        {
            Assert.All(state.EnumerateFiles(), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode));
        }
    }

    [Fact]
    public async Task Help_is_printed_and_nothing_is_started()
    {
        Assert.Equal(0, await RunAsync("--help"));
        Assert.StartsWith("Usage:", _output.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("state")));
    }

    private Task<int> RunAsync(params string[] arguments) => RunUntilAsync(arguments, Cancel);

    private Task<int> RunUntilAsync(string[] arguments, CancellationToken stopping, TextWriter? error = null)
    {
        _output.Clear();
        _error.Clear();
        var setup = new HostSetup
        {
            AppFolder = Tiny.AppFolder,
            StateFolder = _folder.File("state"),
            WorkingDirectory = _folder.Path,
            ReadEnvironment = false,
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["TINY_LOG"] = _folder.File("tiny.jsonl") },
            Output = _output,
            Error = error ?? _error,
        };
        return HostProgram.RunAsync(["invoke", .. arguments], setup, stopping);
    }

    private sealed class ClosedPipe : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("Broken pipe");

        public override void Write(string? value) => throw new IOException("Broken pipe");
    }
}
