using LocalFunctionsHost;
using LocalFunctionsHost.Settings;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Settings;

public sealed class HostJsonCheckTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{ "version": "1.0" }""", "version is '1.0'; only \"2.0\" is known")]
    [InlineData(
        """{ "functionTimeout": "ten minutes" }""", "functionTimeout is 'ten minutes'; it must be a time (hh:mm:ss), or -1 for none")]
    [InlineData(
        """{ "extensions": { "queues": { "batchSize": 33 } } }""",
        "extensions.queues.batchSize is '33'; it must be a whole number from 1 to 32")]
    [InlineData(
        """{ "extensions": { "queues": { "maxDequeueCount": 0 } } }""",
        "extensions.queues.maxDequeueCount is '0'; MaxDequeueCount must not be less than 1")]
    [InlineData(
        """{ "extensions": { "queues": { "visibilityTimeout": "soon" } } }""",
        "extensions.queues.visibilityTimeout is 'soon'; it must be a time (hh:mm:ss)")]
    [InlineData(
        """{ "extensions": { "queues": { "messageEncoding": "utf7" } } }""",
        "extensions.queues.messageEncoding is 'utf7'; it must be one of None, Base64")]
    [InlineData(
        """{ "extensions": { "durableTask": { "maxConcurrentActivityFunctions": "many" } } }""",
        "maxConcurrentActivityFunctions is 'many'; it must be a whole number")]
    [InlineData(
        """{ "extensions": { "durableTask": { "maxConcurrentActivityFunctions": 0 } } }""",
        "maxConcurrentActivityFunctions is '0'; it must be a whole number from 1 to")]
    [InlineData(
        """{ "extensions": { "durableTask": { "versionMatchStrategy": "Newest" } } }""",
        "versionMatchStrategy is 'Newest'; it must be one of None, Strict, CurrentOrOlder")]
    [InlineData(
        """{ "extensions": { "durableTask": { "tracing": { "distributedTracingEnabled": "yes" } } } }""",
        "tracing.distributedTracingEnabled is 'yes'; it must be true or false")]
    [InlineData(
        """{ "extensions": { "durableTask": { "storageProvider": { "maxQueuePollingInterval": "5x" } } } }""",
        "storageProvider.maxQueuePollingInterval is '5x'")]
    [InlineData("""{ "logging": { "logLevel": { "default": "Loud" } } }""", "logging.logLevel.default is 'Loud'; it must be one of Trace")]
    public void A_value_that_cannot_be_is_refused_and_its_place_named(string json, string message)
    {
        Write(json);
        Assert.Contains(message, Assert.Throws<HostStartException>(Read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        Write("""{ "version": "3.0", "extensions": { "queues": { "batchSize": "a", "visibilityTimeout": "b" } } }""");
        Assert.Equal(3, Assert.Throws<HostStartException>(Read).Message.Split(Environment.NewLine).Length);
    }

    [Theory]
    [InlineData(
        """{ "functionTimeOuts": "00:01:00" }""",
        "host.json: functionTimeOuts is not known and has no effect; did you mean functionTimeout?")]
    [InlineData(
        """{ "extensions": { "queue": {} } }""", "host.json: extensions.queue is not known and has no effect; did you mean queues?")]
    [InlineData("""{ "extensions": { "http": { "prefix": "x" } } }""", "host.json: extensions.http.prefix is not known and has no effect.")]
    [InlineData(
        """{ "extensions": { "durableTask": { "maxConcurentActivityFunctions": 5 } } }""",
        "extensions.durableTask.maxConcurentActivityFunctions is not known and has no effect; "
            + "did you mean maxConcurrentActivityFunctions?")]
    [InlineData(
        """{ "extensions": { "durableTask": { "storageProvider": { "partitions": 5 } } } }""",
        "extensions.durableTask.storageProvider.partitions is not known and has no effect")]
    [InlineData(
        """{ "extensions": { "durableTask": { "tracing": { "versions": "V2" } } } }""",
        "extensions.durableTask.tracing.versions is not known and has no effect; did you mean version?")]
    [InlineData(
        """{ "logging": { "logLevels": {} } }""", "host.json: logging.logLevels is not known and has no effect; did you mean logLevel?")]
    public void A_misspelt_name_is_told(string json, string warning)
    {
        Write(json);
        Assert.Contains(warning, Assert.Single(Read().Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_right_or_belongs_to_others_is_not_complained_of()
    {
        Write("""
            {
              "Version": "2.0",
              "logging": { "logLevel": { "default": "Information" }, "applicationInsights": { "samplingSettings": { "isEnabled": true } } },
              "extensionBundle": { "id": "b", "version": "[4.*, 5.0.0)" },
              "extensions": {
                "eventHubs": { "anything": 1 },
                "http": { "routePrefix": "", "customHeaders": { "X-A": "b" } },
                "queues": { "batchSize": 8, "maxPollingInterval": "00:00:10", "messageEncoding": "base64" },
                "durableTask": {
                  "hubName": "Hub", "tracing": { "distributedTracingEnabled": true, "version": "V2" },
                  "storageProvider": { "type": "azureStorage", "partitionCount": 2, "connectionName": "AzureWebJobsStorage" }
                }
              }
            }
            """);
        Assert.Empty(Read().Warnings);
    }

    private HostSettings Read() => SettingsReader.Read(new() { WorkingDirectory = _folder.Path, ReadEnvironment = false });

    private void Write(string json) => File.WriteAllText(_folder.File("host.json"), json);
}
