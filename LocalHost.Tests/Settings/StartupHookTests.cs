using System.Text.Json;
using LocalFunctionsHost;
using LocalFunctionsHost.Settings;
using LocalHost.Tests.Support;
using Hook = LocalFunctionsHost.Settings.StartupHook;

namespace LocalHost.Tests.Settings;

public sealed class StartupHookTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static string ThisAssembly => typeof(StartupHook).Assembly.Location;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_a_hook_returns_are_settings_of_the_app()
    {
        Write(ThisAssembly, ("Hook__Name", "app"));
        var announced = new StringWriter();
        var settings = await Hook.RunAsync(Read(_folder.Path), announced, Cancel);
        Assert.Equal("hooked app", announced.ToString().Trim());
        Assert.Equal(("made", "changed"), (settings.WorkerEnvironment["Hook:Answer"], settings.WorkerEnvironment["Hook:Name"]));
        Assert.Equal(("made", "changed"), (settings.Configuration["Hook:Answer"], settings.Configuration["Hook:Name"]));
    }

    [Fact]
    public async Task No_hook_changes_nothing()
    {
        var settings = Read(_folder.Path);
        Assert.Same(settings, await Hook.RunAsync(settings, TextWriter.Null, Cancel));
    }

    [Fact]
    public void A_hook_is_found_beside_the_settings_and_in_the_apps_folder()
    {
        Write("hooks/Hook.dll");
        var app = Directory.CreateDirectory(_folder.File("app/hooks")).Parent!.FullName;
        var missing = Assert.Throws<HostStartException>(() => Read(app));
        Assert.Equal(
            "local.settings.json: Host.StartupHook names hooks/Hook.dll, which is neither beside the file nor in the app's folder.",
            missing.Message);
        File.WriteAllText(_folder.File("app/hooks/Hook.dll"), "");
        Assert.Equal(_folder.File("app/hooks/Hook.dll"), Read(app).StartupHook);
        Directory.CreateDirectory(_folder.File("hooks"));
        File.WriteAllText(_folder.File("hooks/Hook.dll"), "");
        Assert.Equal(_folder.File("hooks/Hook.dll"), Read(app).StartupHook);
    }

    [Fact]
    public async Task A_hook_that_fails_is_one_sentence()
    {
        Write(ThisAssembly, ("Hook:Fails", "1"));
        var problem = await Assert.ThrowsAsync<HostStartException>(() => Hook.RunAsync(Read(_folder.Path), TextWriter.Null, Cancel));
        Assert.Equal($"The start-up hook {ThisAssembly} failed: no room", problem.Message);
    }

    [Fact]
    public async Task An_assembly_without_a_hook_is_one_sentence()
    {
        var other = typeof(HostSetup).Assembly.Location;
        Write(other);
        var problem = await Assert.ThrowsAsync<HostStartException>(() => Hook.RunAsync(Read(_folder.Path), TextWriter.Null, Cancel));
        Assert.StartsWith($"The start-up hook {other} has no public type StartupHook", problem.Message, StringComparison.Ordinal);
    }

    private HostSettings Read(string app) =>
        SettingsReader.Read(new() { WorkingDirectory = _folder.Path, AppFolder = app, ReadEnvironment = false });

    private void Write(string hook, params (string Name, string Value)[] values) => File.WriteAllText(
        _folder.File("local.settings.json"),
        JsonSerializer.Serialize(
            new
            {
                Values = values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal),
                Host = new { StartupHook = hook },
            }));
}
