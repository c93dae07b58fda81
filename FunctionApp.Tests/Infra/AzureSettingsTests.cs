using System.Text.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.Language.Settings;
using static FuseDeskFlows.Tests.Infra.RepositoryFiles;

namespace FuseDeskFlows.Tests.Infra;

/// <summary>The deployment and the app agree on the app's settings.</summary>
public sealed class AzureSettingsTests
{
    private const string Template = "infra/azure/main.bicep";

    // Read by the Functions host and the libraries of Azure, not by this app.
    private static readonly string[] Platforms =
    [
        "AzureWebJobsStorage__accountName",
        "AzureWebJobsStorage__credential",
        "AzureWebJobsStorage__clientId",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "AZURE_CLIENT_ID",
        "DURABLE_TASK_SCHEDULER_CONNECTION_STRING",
    ];

    // What the platform decides, what only a developer's computer has, and where telemetry goes instead of Application Insights.
    private static readonly string[] LocalOnly =
    [
        "FUNCTIONS_WORKER_RUNTIME", "AzureWebJobsStorage", "FUNCTIONS_HOST_STATE", "WEBSITE_TIME_ZONE", "OTEL_EXPORTER_OTLP_ENDPOINT",
    ];

    // Every class of options names its section, but for those of the language model, which are read as one.
    private static readonly (string Section, Type Options)[] Sections =
    [
        .. from type in typeof(AppServices).Assembly.GetTypes()
           let section = type.GetField("Section")
           where section is { IsLiteral: true }
           select ((string)section.GetRawConstantValue()!, type),
        (nameof(LanguageOptions.AzureOpenAI), typeof(AzureOpenAIOptions)),
        (nameof(LanguageOptions.OpenAI), typeof(OpenAIOptions)),
        ("Language", typeof(LanguageLimits)),
    ];

    [Fact]
    public void The_template_names_no_setting_that_neither_the_app_nor_the_platform_knows() =>
        Assert.All(Set(), name => Assert.Contains(name, Known().Append(AuditOptions.ScheduleSetting).Concat(Platforms)));

    [Fact]
    public void The_sections_of_all_flows_are_known() => Assert.Superset(
        new HashSet<string>(
            [
                "Truto__ApiToken",
                "Truto__Webhook__Secret",
                "EscalationAudit__WebhookUrl",
                "CaseEvents__CaseIdPaths",
                "Agent__Tools",
                "OpenAI__ApiKey",
                "Language__Timeout",
            ],
            StringComparer.Ordinal),
        Known().ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void What_the_app_cannot_do_without_is_set() => Assert.All(
        ["Truto__BaseUrl", "Truto__ApiToken", "Truto__IntegratedAccountId", AuditOptions.ScheduleSetting],
        name => Assert.Contains(name, Set()));

    [Fact]
    public void Every_setting_of_the_app_is_set_or_explained()
    {
        var readme = Read("infra/azure/README.md");
        var set = Set();

        Assert.All(
            Known().Where(name => !set.Contains(name, StringComparer.Ordinal)),
            name => Assert.Contains($"`{name}`", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_setting_of_the_sample_is_one_of_the_apps_or_local()
    {
        var sample = JsonNode.Parse(
            Read("local.settings.sample.json"), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!;
        var names = sample["Values"]!.AsObject().Select(value => value.Key.Replace(":", "__", StringComparison.Ordinal));

        Assert.All(
            names.Except(LocalOnly, StringComparer.Ordinal),
            name => Assert.Contains(name, Known().Append(AuditOptions.ScheduleSetting).Concat(Platforms)));
    }

    // The settings of all option classes as Azure spells them, but for those that hold others.
    private static IEnumerable<string> Known() =>
        from section in Sections
        from property in section.Options.GetProperties()
        where property.SetMethod is { IsPublic: true }
        select $"{section.Section.Replace(":", "__", StringComparison.Ordinal)}__{property.Name}";

    private static List<string> Set() =>
    [
        .. new[] { Template, "infra/azure/modules/app.bicep" }.SelectMany(file =>
            Words(@"[ {](?<word>(?:[A-Z]\w*__\w+|[A-Z]+(?:_[A-Z]+)+|EscalationAuditSchedule)): ", file)),
    ];
}
