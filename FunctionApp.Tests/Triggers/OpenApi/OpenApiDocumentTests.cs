using System.Reflection;
using System.Text.Json.Nodes;
using FuseDeskFlows.Triggers.OpenApi;
using Microsoft.Azure.Functions.Worker;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace FuseDeskFlows.Tests.Triggers.OpenApi;

public sealed class OpenApiDocumentTests
{
    [Fact]
    public void Every_HTTP_function_is_in_the_document_or_left_out_for_a_reason()
    {
        const BindingFlags declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var functions = typeof(OpenApiEndpoint).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(declared))
            .Select(method => (
                method.GetCustomAttribute<FunctionAttribute>()?.Name,
                Trigger: method.GetParameters()
                    .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
                    .FirstOrDefault(trigger => trigger is not null)))
            .Where(function => function is { Name: not null, Trigger: not null })
            .ToList();

        foreach (var (name, trigger) in functions.Where(function => !ApiRoutes.LeftOut.ContainsKey(function.Name!)))
        {
            var route = Assert.Single(ApiRoutes.All, route => string.Equals(route.Function, name, StringComparison.Ordinal));
            Assert.Equal((Assert.Single(trigger!.Methods!).ToUpperInvariant(), trigger.Route), (route.Method.Method, route.Path));
            Assert.Equal(trigger.AuthLevel != AuthorizationLevel.Anonymous, route.NeedsKey);
        }

        var described = ApiRoutes.All.Select(route => route.Function).Concat(ApiRoutes.LeftOut.Keys);
        Assert.Empty(described.Except(functions.Select(function => function.Name!)));
        Assert.All(ApiRoutes.LeftOut.Values, Assert.NotEmpty);
    }

    [Fact]
    public async Task It_is_OpenAPI_3_1_without_a_fault()
    {
        var text = await OpenApiDocuments.WriteAsync("/api", TestContext.Current.CancellationToken);

        var read = OpenApiModelFactory.Parse(text, "json");

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
    }

    [Fact]
    public async Task Every_field_says_what_it_is()
    {
        var document = await SchemaDocument.ReadAsync();

        Assert.All(document.Schemas, schema => Assert.All(Properties(schema.Value!), property =>
            Assert.True(
                property.Value!["description"] is not null || schema.Key is "HttpManagementPayload" or "ProblemDetails",
                $"{schema.Key}.{property.Key}")));
    }

    [Fact]
    public async Task Every_example_of_a_request_fits_its_schema_and_a_misspelt_field_does_not()
    {
        var document = await SchemaDocument.ReadAsync();
        foreach (var route in ApiRoutes.All.Where(route => route.Request is not null))
        {
            Assert.Null(document.FindFault(route.Request!.Name, JsonNode.Parse(route.Example!)));
            Assert.NotNull(document.FindFault(route.Request.Name, JsonNode.Parse("""{ "emial": "sarah@examplecorp.com" }""")));
        }
    }

    [Fact]
    public async Task Limits_the_missing_key_and_the_address_of_a_run_are_in_the_document()
    {
        var text = await OpenApiDocuments.WriteAsync("/api", TestContext.Current.CancellationToken);
        var paths = JsonNode.Parse(text)!["paths"]!;

        var start = paths["/cases/triage"]!["post"]!;
        var wait = start["parameters"]!.AsArray().Single(parameter => parameter!["name"]!.GetValue<string>() is "wait")!;
        Assert.Equal((0, 230), (wait["schema"]!["minimum"]!.GetValue<int>(), wait["schema"]!["maximum"]!.GetValue<int>()));
        Assert.NotNull(start["responses"]!["202"]!["headers"]!["Location"]);
        Assert.All(ApiRoutes.All.Where(route => route.NeedsKey), route =>
            Assert.NotNull(paths["/" + route.Path]![route.Method.Method.ToLowerInvariant()]!["responses"]!["401"]));
    }

    private static JsonObject Properties(JsonNode schema) => schema["properties"]?.AsObject() ?? [];
}
