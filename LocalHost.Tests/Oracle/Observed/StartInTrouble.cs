using System.Text.Json;
using System.Text.Json.Nodes;
using LocalFunctionsHost.Worker;
using LocalHost.Tests.Oracle.Hosts;
using LocalHost.Tests.Oracle.Replays;
using LocalHost.Tests.Oracle.Wire;

namespace LocalHost.Tests.Oracle.Observed;

/// <summary>Starts with something broken: what a client gets, or with which code the host ends.</summary>
internal sealed class StartInTrouble : IObservation
{
    private const int AwayStorage = 10;
    private const string HubSetting = "AzureFunctionsJobHost__extensions__durableTask__hubName";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>A host that waits for a storage that is away has its port open, and answers nobody.</summary>
    private static readonly TimeSpan PatienceOfOne = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public bool CanSee(string recording, RecordedStep step) => recording.StartsWith("06c", StringComparison.Ordinal);

    /// <inheritdoc />
    public async Task<object> SeeAsync(RecordedStep step, RestartableHost host, CancellationToken cancellationToken)
    {
        var settings = step.Index switch
        {
            5 => Setting(HubSetting, "1-bad name"),
            8 => Setting("FUNCTIONS_WORKER_RUNTIME", ""),
            9 => Setting("FUNCTIONS_WORKER_RUNTIME", "node"),
            AwayStorage => Setting("AzureWebJobsStorage", NobodyThere()),
            11 => Setting("AzureWebJobsStorage", "nonsense"),
            _ => [],
        };
        using var app = AppCopy.Of(HostedApp.Tiny, HostJson(step.Index));
        await using var broken = RestartableHost.Start(app.App, settings);
        var began = TimeProvider.System.GetTimestamp();
        while (!broken.Process.HasExited && await StatusAsync(broken, app.App.Probe, cancellationToken) is 0 or 503
            && TimeProvider.System.GetElapsedTime(began) < (step.Index == AwayStorage ? PatienceOfOne : Patience))
        {
            await Task.Delay(50, cancellationToken);
        }

        return new
        {
            answers = broken.Process.HasExited
                ? $"ends with {broken.Process.ExitCode}"
                : await AnswersAsync(step, broken, cancellationToken),
        };
    }

    private static async Task<object> AnswersAsync(RecordedStep step, RestartableHost host, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<string, object>();
        var asked = step.Content.GetProperty("answers");
        var paths = asked.ValueKind == JsonValueKind.Object ? asked.EnumerateObject().Select(answer => answer.Name) : [host.Probe];
        foreach (var path in paths)
        {
            var answer = await AnswerAsync(host, path, cancellationToken);
            if (path is "/admin/host/status" && answer.Status == 200)
            {
                answers[path] = JsonNode.Parse(answer.Body)!["state"]!.GetValue<string>();
            }
            else if (answer.Status > 0)
            {
                answers[path] = answer.Status;
            }
        }

        return answers.Count == 0 ? "none" : answers;
    }

    private static async Task<int> StatusAsync(RestartableHost host, string path, CancellationToken cancellationToken) =>
        (await AnswerAsync(host, path, cancellationToken)).Status;

    private static async Task<RawAnswer> AnswerAsync(RestartableHost host, string path, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(PatienceOfOne);
        try
        {
            return await host.GetAsync(path, deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return RawAnswer.None;
        }
    }

    private static string? HostJson(int step)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(HostedApp.Tiny.Folder, "host.json")))!.AsObject();
        switch (step)
        {
            case 0:
                return "{ \"version\": \"2.0\", ";
            case 1:
                json.Remove("version");
                break;
            case 2:
                json["unknownProperty"] = 1;
                json["extensions"]!["unknownExtension"] = new JsonObject { ["x"] = 1 };
                break;
            case 3:
                return null;
            case 4:
                json["extensions"]!["durableTask"]!["maxConcurrentActivityFunctions"] = "x";
                break;
        }

        return json.ToJsonString();
    }

    private static string NobodyThere()
    {
        var port = FreePort.Next();
        var key = Convert.ToBase64String(new byte[64]);
        return $"DefaultEndpointsProtocol=http;AccountName=a;AccountKey={key};BlobEndpoint=http://127.0.0.1:{port}/a;"
            + $"QueueEndpoint=http://127.0.0.1:{port}/a;TableEndpoint=http://127.0.0.1:{port}/a;";
    }

    private static Dictionary<string, string> Setting(string name, string value) => new() { [name] = value };
}
