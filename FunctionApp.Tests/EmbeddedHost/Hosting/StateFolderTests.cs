using System.Globalization;
using FuseDeskFlows.EmbeddedHost.Hosting;
using FuseDeskFlows.EmbeddedHost.Hosting.State;
using FuseDeskFlows.Tests.EmbeddedHost.Support;

namespace FuseDeskFlows.Tests.EmbeddedHost.Hosting;

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
            Assert.Contains($"(process {Environment.ProcessId.ToString(CultureInfo.InvariantCulture)})", problem.Message, StringComparison.Ordinal);
        }

        StateFolder.Claim(path).Dispose();
    }

    [Fact]
    public void The_key_of_the_webhooks_stays_the_same()
    {
        using var state = StateFolder.Claim(_folder.File("state"));
        var key = SystemKey.Of(state);
        Assert.True(key.Length > 40);
        Assert.Equal(key, SystemKey.Of(state));
    }

    [Fact]
    public void The_state_lies_at_the_repositorys_root()
    {
        var app = Directory.CreateDirectory(_folder.File("FunctionApp/bin")).FullName;
        Assert.Equal(Path.Combine(app, ".local"), StateLocation.Find(null, app));
        _folder.With("FunctionApp/host.json", "{}");
        Assert.Equal(_folder.File("FunctionApp/.local"), StateLocation.Find(null, app));
        _folder.With("FuseDeskFlows.sln", "");
        Assert.Equal(_folder.File(".local"), StateLocation.Find(null, app));
        Assert.Equal(_folder.File("elsewhere"), StateLocation.Find("../../elsewhere", app));
    }
}
