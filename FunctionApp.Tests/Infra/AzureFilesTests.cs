using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FuseDeskFlows.Truto;
using FuseDeskFlows.Truto.Webhooks;

namespace FuseDeskFlows.Tests.Infra;

/// <summary>The Bicep compiler checks each file by itself; here is what must agree between files, and nothing else would notice.</summary>
public sealed class AzureFilesTests
{
    private const string Webhook = "Webhook__";

    private static readonly string Root = FindRoot();

    [Fact]
    public void The_template_sets_the_settings_that_the_app_reads()
    {
        var set = After("^ +Truto__", "infra/azure/main.bicep");

        Assert.All(set, name => Assert.NotNull(name.StartsWith(Webhook, StringComparison.Ordinal)
            ? typeof(TrutoWebhookOptions).GetProperty(name[Webhook.Length..])
            : typeof(TrutoOptions).GetProperty(name)));
        Assert.All(
            [nameof(TrutoOptions.ApiToken), nameof(TrutoOptions.BaseUrl), nameof(TrutoOptions.IntegratedAccountId), Webhook + nameof(TrutoWebhookOptions.Secret)],
            name => Assert.Contains(name, set));
    }

    [Fact]
    public void The_template_sets_the_timers_schedule_since_the_host_knows_no_default_of_the_app() =>
        Assert.Single(After($"^ +{AppServices.AuditSchedule}: ", "infra/azure/main.bicep"));

    [Fact]
    public void Every_value_that_azd_passes_is_a_parameter_of_the_template()
    {
        var declared = After("^param ", "infra/azure/main.bicep");
        var passed = JsonNode.Parse(Read("infra/azure/main.parameters.json"))!["parameters"]!.AsObject().Select(parameter => parameter.Key);

        Assert.All(passed, name => Assert.Contains(name, declared));
    }

    [Fact]
    public void The_schedulers_task_hub_is_the_one_that_host_json_names()
    {
        var hub = (string?)JsonNode.Parse(Read("host.json"))!["extensions"]!["durableTask"]!["hubName"];
        Assert.Contains($"name: '{hub}'", Read("infra/azure/modules/scheduler.bicep"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_package_and_the_app_agree_on_the_schedulers_connection()
    {
        var name = Assert.Single(After("\"connectionStringName\": \"", "infra/azure/DurableBackend.targets"));
        Assert.Contains($"{name}: 'Endpoint=", Read("infra/azure/main.bicep"), StringComparison.Ordinal);
    }

    [Fact]
    public void Azd_finds_the_app_by_the_name_of_its_service()
    {
        var service = Assert.Single(After("'azd-service-name': '", "infra/azure/modules/app.bicep"));
        Assert.Contains($"services:\n  {service}:\n", Read("azure.yaml"), StringComparison.Ordinal);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Root, file)).ReplaceLineEndings("\n");

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "FuseDeskFlows.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"No repository above {AppContext.BaseDirectory}.");
        }

        return folder;
    }

    // The words that follow something in a file.
    private static HashSet<string> After(string before, string file) =>
        Regex.Matches(Read(file), before + @"(?<word>\w+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, TimeSpan.FromSeconds(5))
            .Select(match => match.Groups["word"].Value).ToHashSet(StringComparer.Ordinal);
}
