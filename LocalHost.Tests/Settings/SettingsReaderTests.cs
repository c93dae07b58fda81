using LocalFunctionsHost;
using LocalFunctionsHost.Commands;
using LocalFunctionsHost.Settings;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Settings;

public sealed class SettingsReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_any_file_the_defaults_hold()
    {
        var settings = Read();
        Assert.Equal("api", settings.RoutePrefix);
        Assert.Equal(TimeSpan.FromMinutes(30), settings.FunctionTimeout);
        Assert.Equal(["http://localhost:7071"], settings.Addresses);
        Assert.Equal((_folder.Path, _folder.File(".local")), (settings.AppFolder, settings.StateFolder));
        Assert.Equal("dotnet-isolated", settings.WorkerEnvironment["FUNCTIONS_WORKER_RUNTIME"]);
        Assert.Equal("Development", settings.WorkerEnvironment["AZURE_FUNCTIONS_ENVIRONMENT"]);
    }

    [Fact]
    public void Host_json_is_honoured_and_overridden_by_settings()
    {
        Write("host.json", """
            {
              "version": "2.0", // comments are allowed
              "functionTimeout": "-1",
              "extensions": { "http": { "routePrefix": "/x/y" }, "queues": { "batchSize": 4, "maxDequeueCount": 2 } },
            }
            """);
        Write("local.settings.json", """{ "Values": { "AzureFunctionsJobHost__extensions__queues__maxDequeueCount": "7" } }""");
        var settings = Read();
        Assert.Equal("x/y", settings.RoutePrefix);
        Assert.Null(settings.FunctionTimeout);
        Assert.Equal("4", settings.Configuration["AzureFunctionsJobHost:extensions:queues:batchSize"]);
        Assert.Equal("7", settings.Configuration["AzureFunctionsJobHost:extensions:queues:maxDequeueCount"]);
    }

    [Fact]
    public void Without_a_storage_account_durable_state_lies_in_the_state_folder_whatever_host_json_asks_for()
    {
        Write(
            "host.json",
            """
            { "extensions": { "durableTask": {
              "storageProvider": { "type": "azureStorage", "path": "/elsewhere", "partitionCount": 2 } } } }
            """);
        var settings = Read();
        const string provider = "AzureFunctionsJobHost:extensions:durableTask:storageProvider";
        Assert.False(settings.HasStorageAccount);
        Assert.Equal("sqlite", settings.Configuration[$"{provider}:type"]);
        Assert.Equal(_folder.File(".local/durable.db"), settings.Configuration[$"{provider}:path"]);
        Assert.Equal("true", settings.Configuration["AzureFunctionsJobHost:extensions:durableTask:extendedSessionsEnabled"]);
    }

    [Theory]
    [InlineData("azureStorage")]
    [InlineData("sqlite")]
    public void What_else_host_json_says_of_the_storage_stays_as_how_long_finished_runs_are_kept(string type)
    {
        Write(
            "host.json",
            $$"""{ "extensions": { "durableTask": { "storageProvider": { "type": "{{type}}", "retention": "30.00:00:00" } } } }""");
        var settings = Read();
        Assert.Equal("30.00:00:00", settings.Configuration["AzureFunctionsJobHost:extensions:durableTask:storageProvider:retention"]);
        Assert.Empty(settings.Warnings);
        Assert.Equal(type is "azureStorage" ? 1 : 0, Read(("AzureWebJobsStorage", "UseDevelopmentStorage=true")).Warnings.Count);
    }

    [Fact]
    public void With_a_storage_account_host_json_says_where_durable_state_lies()
    {
        Write(
            "host.json", """{ "extensions": { "durableTask": { "storageProvider": { "type": "azureStorage", "partitionCount": 2 } } } }""");
        var settings = Read(("AzureWebJobsStorage", "UseDevelopmentStorage=true"));
        Assert.True(settings.HasStorageAccount);
        Assert.Equal("azureStorage", settings.Configuration["AzureFunctionsJobHost:extensions:durableTask:storageProvider:type"]);
        Assert.Equal("2", settings.Configuration["AzureFunctionsJobHost:extensions:durableTask:storageProvider:partitionCount"]);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage__accountName", "account")]
    [InlineData("AzureWebJobsStorage:queueServiceUri", "https://account.queue.core.windows.net")]
    public void A_storage_account_that_an_identity_opens_is_one_too(string name, string value) =>
        Assert.True(Read((name, value)).HasStorageAccount);

    [Fact]
    public void What_the_setup_says_wins_in_either_spelling()
    {
        Write("local.settings.json", """{ "Values": { "Truto:BaseUrl": "file", "Truto:Other": "kept" } }""");
        var settings = Read(("Truto__BaseUrl", "setup"));
        Assert.Equal("setup", settings.Configuration["Truto:BaseUrl"]);
        Assert.Equal(("setup", "kept"), (settings.WorkerEnvironment["Truto:BaseUrl"], settings.WorkerEnvironment["Truto:Other"]));
        var more = settings.With([new("Truto__Other", "hook")]);
        Assert.Equal(("hook", "hook"), (more.Configuration["Truto:Other"], more.WorkerEnvironment["Truto:Other"]));
    }

    [Fact]
    public void A_processs_environment_keeps_neither_spelling_of_an_old_value()
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["TRUTO__APITOKEN"] = "", ["PATH"] = "/bin" };
        SettingNames.Apply(environment, new Dictionary<string, string?>(StringComparer.Ordinal) { ["Truto:ApiToken"] = "t" });
        Assert.Equal([("PATH", "/bin"), ("Truto:ApiToken", "t")], environment.Select(variable => (variable.Key, variable.Value!)).Order());
    }

    [Fact]
    public void The_state_folder_is_the_arguments_then_the_setups_then_the_settings()
    {
        Write("local.settings.json", """{ "Values": { "FUNCTIONS_HOST_STATE": "from-file" } }""");
        Assert.Equal(_folder.File("from-file"), Read().StateFolder);
        var setup = Setup() with { StateFolder = _folder.File("from-setup") };
        Assert.Equal(_folder.File("from-setup"), SettingsReader.Read(setup).StateFolder);
        Assert.Equal(_folder.File("from-line"), SettingsReader.Read(CommandLine.Read(["--state", "from-line"], setup)).StateFolder);
    }

    [Fact]
    public void Another_kind_of_worker_is_refused()
    {
        var problem = Assert.Throws<HostStartException>(() => Read(("FUNCTIONS_WORKER_RUNTIME", "node")));
        Assert.Equal("The setting FUNCTIONS_WORKER_RUNTIME is 'node'; this host runs apps of dotnet-isolated only.", problem.Message);
    }

    [Theory]
    [InlineData("http://localhost:7099", """{ "Host": { "LocalHttpPort": 7099 } }""")]
    [InlineData("http://127.0.0.1:1", """{ "Host": { "LocalHttpPort": 7099 }, "Values": { "ASPNETCORE_URLS": "http://127.0.0.1:1" } }""")]
    public void Where_to_listen_is_a_setting(string address, string localSettings)
    {
        Write("local.settings.json", localSettings);
        Assert.Equal([address], Read().Addresses);
        Assert.Equal(["http://localhost:5"], SettingsReader.Read(Setup() with { Port = 5 }).Addresses);
    }

    [Theory]
    [InlineData("http://0.0.0.0:80 is not a loopback address.", "http://0.0.0.0:80")]
    [InlineData("http://*:80 is not a loopback address.", "http://*:80")]
    [InlineData("'ftp://localhost' is not an address to listen on", "ftp://localhost")]
    public void An_address_that_cannot_be_is_refused(string message, string urls) => Assert.StartsWith(
        message,
        Assert.Throws<HostStartException>(() => SettingsReader.Read(Setup() with { Urls = urls })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Other_machines_are_let_in_if_that_is_asked_for() => Assert.Equal(
        ["http://0.0.0.0:80"], SettingsReader.Read(Setup() with { Urls = "http://0.0.0.0:80", AllowNonLoopback = true }).Addresses);

    [Fact]
    public void An_invocation_listens_nowhere() =>
        Assert.Empty(SettingsReader.Read(Setup() with { Invoke = new("A", null, null, null) }).Addresses);

    [Fact]
    public void Settings_in_percent_signs_are_replaced_and_a_missing_one_is_named()
    {
        var expander = new SettingExpander(Read(("Audit:Schedule", "0 */5 * * * *"), ("Name", "events")).Configuration);
        Assert.Equal("0 */5 * * * *", expander.Expand("%Audit__Schedule%", out _));
        Assert.Equal("case-events-v2", expander.Expand("case-%Name%-v2", out _));
        Assert.Equal("plain", expander.Expand("plain", out _));
        Assert.Null(expander.Expand("%Nope%", out var missing));
        Assert.Equal("Nope", missing);
    }

    private HostSettings Read(params (string Name, string Value)[] settings) => SettingsReader.Read(Setup(settings));

    private HostSetup Setup(params (string Name, string Value)[] settings) => new()
    {
        WorkingDirectory = _folder.Path,
        ReadEnvironment = false,
        Settings = settings.ToDictionary(setting => setting.Name, string? (setting) => setting.Value, StringComparer.Ordinal),
    };

    private void Write(string name, string content) => File.WriteAllText(_folder.File(name), content);
}
