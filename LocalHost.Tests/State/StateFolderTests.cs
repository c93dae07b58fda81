using System.Globalization;
using LocalFunctionsHost;
using LocalFunctionsHost.State;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.State;

public sealed class StateFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_created_for_its_owner_only()
    {
        using var state = StateFolder.Claim(_folder.File("deep/state"));
        Assert.True(Directory.Exists(state.Path));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(state.Path));
        }
    }

    [Fact]
    public void A_second_owner_is_refused_until_the_first_lets_go()
    {
        var path = _folder.File("state");
        using (StateFolder.Claim(path))
        {
            var problem = Assert.Throws<HostStartException>(() => StateFolder.Claim(path));
            Assert.Contains(path, problem.Message, StringComparison.Ordinal);
            Assert.Contains(
                $"(process {Environment.ProcessId.ToString(CultureInfo.InvariantCulture)})", problem.Message, StringComparison.Ordinal);
        }

        StateFolder.Claim(path).Dispose();
    }

    [Fact]
    public void It_is_let_go_even_where_its_files_cannot_be_deleted()
    {
        var path = _folder.File("state");
        var state = StateFolder.Claim(path);
        File.Delete(state.File("host.pid"));
        Directory.CreateDirectory(state.File("host.pid"));
        state.Dispose();
        Directory.Delete(state.File("host.pid"));
        StateFolder.Claim(path).Dispose();
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_one_sentence()
    {
        File.WriteAllText(_folder.File("file"), "");
        var problem = Assert.Throws<HostStartException>(() => StateFolder.Claim(_folder.File("file/state")));
        Assert.StartsWith($"The state folder {_folder.File("file/state")} cannot be created: ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_state_lies_at_the_repositorys_root()
    {
        var app = Directory.CreateDirectory(_folder.File("App/bin")).FullName;
        Assert.Equal(Path.Combine(app, ".local"), StateLocation.Find(null, app));
        File.WriteAllText(_folder.File("App/host.json"), "{}");
        Assert.Equal(_folder.File("App/.local"), StateLocation.Find("", app));
        File.WriteAllText(_folder.File("Any.sln"), "");
        Assert.Equal(_folder.File(".local"), StateLocation.Find(null, app));
        Directory.CreateDirectory(_folder.File("App/.git"));
        Assert.Equal(_folder.File("App/.local"), StateLocation.Find(null, app));
        Assert.Equal(_folder.File("elsewhere"), StateLocation.Find("../../elsewhere", app));
    }
}
