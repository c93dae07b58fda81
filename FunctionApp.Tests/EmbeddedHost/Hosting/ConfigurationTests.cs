using FuseDeskFlows.EmbeddedHost.Engine.Versions;
using FuseDeskFlows.EmbeddedHost.Hosting;
using FuseDeskFlows.EmbeddedHost.Hosting.Configuration;
using FuseDeskFlows.Tests.EmbeddedHost.Support;
using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.Tests.EmbeddedHost.Hosting;

public sealed class ConfigurationTests : IDisposable
{
    private readonly TempFolder _first = new();
    private readonly TempFolder _second = new();

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    [Fact]
    public void Local_settings_are_flattened_with_either_separator()
    {
        _first.With("local.settings.json", """
            {
              // as Core Tools writes it
              "IsEncrypted": false,
              "Values": { "Truto__BaseUrl": "http://a", "Truto:ApiToken": "t", "Plain": "1", },
              "Host": { "LocalHttpPort": 7099 }
            }
            """);
        var settings = LocalSettingsFile.Read(_first.Path, _second.Path);
        Assert.Equal("http://a", settings["Truto:BaseUrl"]);
        Assert.Equal("t", settings["truto:apitoken"]);
        Assert.Equal("1", settings["Plain"]);
        Assert.Equal("7099", settings["Host:LocalHttpPort"]);
    }

    [Fact]
    public void Connection_strings_are_read_in_either_form()
    {
        _first.With("local.settings.json", """
            { "ConnectionStrings": { "Orders": "a", "Others": { "ConnectionString": "b", "ProviderName": "p" } } }
            """);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(LocalSettingsFile.Read(_first.Path)).Build();
        Assert.Equal(("a", "b"), (settings.GetConnectionString("Orders"), settings.GetConnectionString("Others")));
    }

    [Fact]
    public void The_working_directory_comes_before_the_output_folder()
    {
        _second.With("local.settings.json", """{ "Values": { "A": "output" } }""");
        Assert.Equal("output", LocalSettingsFile.Read(_first.Path, _second.Path)["A"]);
        _first.With("local.settings.json", """{ "Values": { "A": "here" } }""");
        Assert.Equal("here", LocalSettingsFile.Read(_first.Path, _second.Path)["A"]);
    }

    [Fact]
    public void No_local_settings_are_no_settings() => Assert.Empty(LocalSettingsFile.Read(_first.Path));

    [Fact]
    public void Encrypted_settings_are_refused()
    {
        _first.With("local.settings.json", """{ "IsEncrypted": true, "Values": {} }""");
        var problem = Assert.Throws<HostStartException>(() => LocalSettingsFile.Read(_first.Path));
        Assert.Contains("is encrypted", problem.Message, StringComparison.Ordinal);
        Assert.Contains(_first.Path, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_JSON_is_named_with_its_position()
    {
        _first.With("host.json", "{\n  \"version\": \"2.0\",\n  oops\n}");
        var problem = Assert.Throws<HostStartException>(() => Read());
        Assert.StartsWith($"{_first.File("host.json")}, line 3, column 3: ", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Host_json_has_defaults()
    {
        var host = Read();
        Assert.Equal("api", host.RoutePrefix);
        Assert.Equal(10, host.MaxConcurrentActivities);
        Assert.Equal(new VersionPolicy { Default = "", Match = VersionMatch.CurrentOrOlder, Mismatch = VersionMismatch.Reject }, host.Versions);
        Assert.Equal(16, host.Queues.BatchSize);
        Assert.Equal(8, host.Queues.NewBatchThreshold);
        Assert.Equal(5, host.Queues.MaxDequeueCount);
        Assert.Equal(TimeSpan.Zero, host.Queues.VisibilityTimeout);
        Assert.True(host.Queues.Base64);
    }

    [Fact]
    public void Host_json_is_honoured_and_overridden_by_settings()
    {
        _first.With("host.json", """
            {
              "version": "2.0",
              "logging": { "logLevel": { "default": "Warning" } },
              "extensions": {
                "http": { "routePrefix": "" },
                "durableTask": { "hubName": "Hub", "maxConcurrentActivityFunctions": 3, "maxConcurrentOrchestratorFunctions": 4, "maxConcurrentEntityFunctions": 5,
                                 "defaultVersion": "2.1", "versionMatchStrategy": "strict", "versionFailureStrategy": "Fail" },
                "queues": { "batchSize": 4, "maxDequeueCount": 2, "visibilityTimeout": "00:00:30", "maxPollingInterval": "00:00:02", "messageEncoding": "none" }
              }
            }
            """);
        var host = Read(("AzureFunctionsJobHost:extensions:queues:maxDequeueCount", "7"));
        Assert.Equal("", host.RoutePrefix);
        Assert.Equal("Hub", host.HubName);
        Assert.Equal((3, 4, 5), (host.MaxConcurrentActivities, host.MaxConcurrentOrchestrations, host.MaxConcurrentEntities));
        Assert.Equal((4, 2, 7), (host.Queues.BatchSize, host.Queues.NewBatchThreshold, host.Queues.MaxDequeueCount));
        Assert.Equal((TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(2)), (host.Queues.VisibilityTimeout, host.Queues.MaxPollingInterval));
        Assert.False(host.Queues.Base64);
        Assert.Equal(new VersionPolicy { Default = "2.1", Match = VersionMatch.Strict, Mismatch = VersionMismatch.Fail }, host.Versions);
        Assert.Equal("Warning", host.LogLevels["default"]);
    }

    [Theory]
    [InlineData("""{ "version": "1.0" }""", "version is '1.0'")]
    [InlineData("""{ "extensions": { "queues": { "batchSize": 33 } } }""", "extensions.queues.batchSize is '33'; it must be a whole number from 1 to 32")]
    [InlineData("""{ "extensions": { "durableTask": { "maxConcurrentActivityFunctions": "many" } } }""", "maxConcurrentActivityFunctions is 'many'")]
    [InlineData("""{ "extensions": { "durableTask": { "versionMatchStrategy": "Newest" } } }""", "versionMatchStrategy is 'Newest'; it must be one of None, Strict, CurrentOrOlder")]
    [InlineData("""{ "extensions": { "durableTask": { "versionFailureStrategy": "1" } } }""", "versionFailureStrategy is '1'; it must be one of Reject, Fail")]
    [InlineData("""{ "extensions": { "queues": { "visibilityTimeout": "soon" } } }""", "visibilityTimeout is 'soon'; it must be a time")]
    [InlineData("""{ "extensions": { "queues": { "messageEncoding": "utf7" } } }""", "messageEncoding is 'UTF7'")]
    [InlineData("""{ "logging": { "logLevel": { "default": "Loud" } } }""", "logging.logLevel.default is 'Loud'")]
    public void A_value_that_cannot_be_is_named(string json, string message)
    {
        _first.With("host.json", json);
        Assert.Contains(message, Assert.Throws<HostStartException>(() => Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_in_percent_signs_are_replaced()
    {
        var expander = new SettingExpander(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Audit:Schedule", "0 */5 * * * *"), new("Name", "events")]).Build());
        Assert.Equal("0 */5 * * * *", expander.Expand("%Audit__Schedule%"));
        Assert.Equal("case-events-v2", expander.Expand("case-%Name%-v2"));
        Assert.Equal("plain", expander.Expand("plain"));
    }

    [Fact]
    public void The_sample_can_be_copied_as_it_is()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "local.settings.sample.json")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        _first.With("local.settings.json", File.ReadAllText(Path.Combine(root, "local.settings.sample.json")));
        var settings = LocalSettingsFile.Read(_first.Path);
        Assert.Equal("https://api.truto.one", settings["Truto:BaseUrl"]);
        Assert.Equal("", settings["Truto:ApiToken"]);
        Assert.Equal("dotnet-isolated", settings["FUNCTIONS_WORKER_RUNTIME"]);
    }

    private HostJson Read(params (string Key, string Value)[] settings) => HostJsonFile.Read(
        _first.Path, new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
}
