using LocalFunctionsHost;
using LocalFunctionsHost.Settings;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Settings;

public sealed class LocalSettingsTests : IDisposable
{
    private readonly TempFolder _first = new();
    private readonly TempFolder _second = new();

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    [Fact]
    public void Values_port_and_hook_are_read_with_comments_and_trailing_commas()
    {
        Write(_first, """
            {
              // as Core Tools writes it
              "IsEncrypted": false,
              "Values": { "Truto__BaseUrl": "http://a", "Truto:ApiToken": "t", "Plain": "1", },
              "Host": { "LocalHttpPort": 7099, "StartupHook": "sandbox/Hook.dll" }
            }
            """);
        var settings = LocalSettings.Read(_first.Path, _second.Path);
        Assert.Equal("http://a", settings.Values["Truto:BaseUrl"]);
        Assert.Equal("t", settings.Values["truto__apitoken"]);
        Assert.Equal("1", settings.Values["Plain"]);
        Assert.Equal(("7099", "sandbox/Hook.dll", _first.Path), (settings.Port, settings.StartupHook, settings.Folder));
    }

    [Fact]
    public void Connection_strings_are_read_in_either_form()
    {
        Write(_first, """{ "ConnectionStrings": { "Orders": "a", "Others": { "ConnectionString": "b", "ProviderName": "p" } } }""");
        var values = LocalSettings.Read(_first.Path).Values;
        Assert.Equal(("a", "b"), (values["ConnectionStrings:Orders"], values["ConnectionStrings:Others"]));
    }

    [Fact]
    public void The_working_directory_comes_before_the_apps_folder()
    {
        Write(_second, """{ "Values": { "A": "app" } }""");
        Assert.Equal("app", LocalSettings.Read(_first.Path, _second.Path).Values["A"]);
        Write(_first, """{ "Values": { "A": "here" } }""");
        Assert.Equal("here", LocalSettings.Read(_first.Path, _second.Path).Values["A"]);
    }

    [Fact]
    public void No_file_is_no_settings() => Assert.Empty(LocalSettings.Read(_first.Path).Values);

    [Fact]
    public void Encrypted_settings_are_refused()
    {
        Write(_first, """{ "IsEncrypted": true, "Values": {} }""");
        var problem = Assert.Throws<HostStartException>(() => LocalSettings.Read(_first.Path));
        Assert.StartsWith($"{_first.File("local.settings.json")} is encrypted", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_JSON_is_named_with_its_position()
    {
        Write(_first, "{\n  \"Values\": {},\n  oops\n}");
        var problem = Assert.Throws<HostStartException>(() => LocalSettings.Read(_first.Path));
        Assert.StartsWith($"{_first.File("local.settings.json")}, line 3, column 3: ", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_repositorys_sample_can_be_copied_as_it_is()
    {
        Write(_first, File.ReadAllText(Path.Combine(Repository.Root, "local.settings.sample.json")));
        var settings = LocalSettings.Read(_first.Path);
        Assert.Equal("dotnet-isolated", settings.Values["FUNCTIONS_WORKER_RUNTIME"]);
        Assert.NotNull(settings.StartupHook);
    }

    private static void Write(TempFolder folder, string content) => File.WriteAllText(folder.File("local.settings.json"), content);
}
