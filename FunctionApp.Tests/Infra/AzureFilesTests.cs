using System.Text.Json.Nodes;
using static FuseDeskFlows.Tests.Infra.RepositoryFiles;

namespace FuseDeskFlows.Tests.Infra;

/// <summary>The Bicep compiler checks each file by itself; here is what must agree between files, and nothing else would notice.</summary>
public sealed class AzureFilesTests
{
    private const string Template = "infra/azure/main.bicep";

    [Fact]
    public void Every_value_that_azd_passes_is_a_parameter_of_the_template() =>
        Assert.All(Passed().Keys, name => Assert.Contains(name, Parameters()));

    [Fact]
    public void Azd_passes_every_parameter_of_the_template() => Assert.Equal(Parameters().Order(), Passed().Keys.Order());

    [Fact]
    public void Every_variable_of_azd_is_explained()
    {
        var readme = Read("infra/azure/README.md");

        // These three azd sets itself; the fourth is the name that it asks for.
        var variables = Passed()
            .Values.Except(["AZURE_LOCATION", "AZURE_PRINCIPAL_ID", "AZURE_PRINCIPAL_TYPE", "AZURE_ENV_NAME"], StringComparer.Ordinal);

        Assert.All(variables, variable => Assert.Contains($"`{variable}`", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_secret_that_a_setting_refers_to_can_be_in_the_vault_and_is_explained()
    {
        var known = WordsIn(
            "'(?<word>[a-z-]+)'", Assert.Single(Words(@"^var names = \[(?<word>.*)\]$", "infra/azure/modules/vault.bicep")));
        var given = Words("^ +'(?<word>[a-z-]+)': ", Template);
        var referred = Words(@"references\['(?<word>[a-z-]+)'\]", Template);

        Assert.Equal(known.Order(), given.Order());
        Assert.Equal(known.Order(), referred.Order());
        Assert.All(known, name => Assert.Contains($"`{name}`", Read("infra/azure/README.md"), StringComparison.Ordinal));
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
        var name = Assert.Single(Words("\"connectionStringName\": \"(?<word>\\w+)", "infra/azure/DurableBackend.targets"));
        Assert.Contains($"{name}: 'Endpoint=", Read(Template), StringComparison.Ordinal);
    }

    [Fact]
    public void The_gate_and_the_workflow_look_into_the_package_that_Azure_takes()
    {
        Assert.Contains("\n.ci/package ", Read(".ci/run"), StringComparison.Ordinal);
        Assert.Contains(".ci/package\n", Read(".github/workflows/ci.yml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Azd_finds_the_app_by_the_name_of_its_service()
    {
        var service = Assert.Single(Words(@"'azd-service-name': '(?<word>\w+)", "infra/azure/modules/app.bicep"));
        Assert.Contains($"services:\n  {service}:\n", Read("azure.yaml"), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Parameters() => Words(@"^param (?<word>\w+)", Template);

    // The variable of azd's environment that each parameter comes from.
    private static Dictionary<string, string> Passed() =>
        JsonNode.Parse(Read("infra/azure/main.parameters.json"))!["parameters"]!
            .AsObject()
            .ToDictionary(
                parameter => parameter.Key, parameter => ((string)parameter.Value!["value"]!).Trim('$', '{', '}'), StringComparer.Ordinal);
}
