using System.Globalization;
using System.Text.Json.Nodes;
using FuseDeskFlows.Triggers.Schemas;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace FuseDeskFlows.Triggers.OpenApi;

/// <summary>Makes the OpenAPI document of the app's routes, with the schemas of the records that they read and write.</summary>
internal static class OpenApiDocuments
{
    private const string Key = "functionKey";
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";
    private const string Problem = "ProblemDetails";

    public static Task<string> WriteAsync(string prefix, CancellationToken cancellationToken) =>
        Make(prefix).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken);

    public static OpenApiDocument Make(string prefix)
    {
        var document = new OpenApiDocument
        {
            Info = new()
            {
                Title = "FuseDeskFlows",
                Version = typeof(OpenApiDocuments).Assembly.GetName().Version!.ToString(2),
                Description = "Durable workflows over FuseDesk's cases, live chats and emails. A run that is not done in time is answered "
                    + "by 202 with its address. Errors are problem details (RFC 9457) with a stable type.",
            },
            Servers = [new() { Url = prefix }],
            Paths = [],
            Components = new() { SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal) },
        };
        document.Components.SecuritySchemes[Key] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = "x-functions-key",
            Description = "A function key of the app; none is needed on this machine.",
        };
        var schemas = new RecordSchemas("#/components/schemas/");
        var operations = ApiRoutes.All.Select(route => (route, Operation: Operation(route, schemas))).ToList();
        foreach (var (name, schema) in schemas.Named.Append(KeyValuePair.Create(Problem, ProblemSchema.Create())))
        {
            document.AddComponent(name, Parse(schema, document));
        }

        foreach (var path in operations.GroupBy(operation => "/" + operation.route.Path, StringComparer.Ordinal))
        {
            document.Paths[path.Key] = new OpenApiPathItem
            {
                Operations = path.ToDictionary(operation => operation.route.Method, operation => operation.Operation(document)),
            };
        }

        return document;
    }

    private static Func<OpenApiDocument, OpenApiOperation> Operation(ApiRoute route, RecordSchemas schemas)
    {
        var request = route.Request is null ? null : schemas.ReferToRequest(route.Request, route.Fields, route.RequestNote);
        var answer = route.Answer is null ? null : schemas.Refer(route.Answer);
        var accepted = route.Accepted is null ? null : schemas.Refer(route.Accepted);
        return document => new OpenApiOperation
        {
            OperationId = route.Function,
            Summary = route.Summary,
            Parameters = [.. OpenApiParameters.Of(route)],
            RequestBody = request is null ? null : new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
                {
                    [Json] = new OpenApiMediaType { Schema = Parse(request, document), Example = JsonNode.Parse(route.Example!) },
                },
            },
            Responses = Responses(route, answer, accepted, document),
            Security = route.NeedsKey ? [new() { [new(Key, document)] = [] }] : [],
        };
    }

    private static OpenApiResponses Responses(ApiRoute route, JsonObject? answer, JsonObject? accepted, OpenApiDocument document)
    {
        var responses = new OpenApiResponses { ["200"] = Response(route.Starts ? "The report." : "The answer.", Json, answer, document) };
        if (route.HasPages)
        {
            foreach (var page in new[] { "text/markdown", "text/html" })
            {
                responses["200"].Content![page] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
            }
        }

        if (accepted is not null)
        {
            responses["202"] = Response(
                route.Starts ? "The run has been started: the durable management payload."
                    : "The run has not come to it yet; its status will tell.",
                Json, accepted, document);
        }

        if (route.Starts)
        {
            foreach (var status in new[] { "200", "202" })
            {
                ((OpenApiResponse)responses[status]).Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
                {
                    ["Location"] = new OpenApiHeader
                    {
                        Description = "The run's address.",
                        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                    },
                };
            }
        }

        if (route.NeedsKey)
        {
            responses["401"] = Response(
                "The function key is missing or wrong. The platform answers so, without a body.", Json, null, document);
        }

        foreach (var status in route.Problems)
        {
            responses[status.ToString(CultureInfo.InvariantCulture)] = Response(
                ProblemSchema.Meaning(status),
                ProblemJson,
                new() { ["$ref"] = "#/components/schemas/" + Problem },
                document,
                ProblemSchema.Example(status));
        }

        return responses;
    }

    private static OpenApiResponse Response(
        string description, string mediaType, JsonObject? schema, OpenApiDocument document, JsonNode? example = null) => new()
        {
            Description = description,
            Content = schema is null ? null : new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
            {
                [mediaType] = new OpenApiMediaType { Schema = Parse(schema, document), Example = example },
            },
        };

    private static IOpenApiSchema Parse(JsonObject schema, OpenApiDocument document) =>
        schema["$ref"]?.GetValue<string>().Split('/')[^1] is { } name
            ? new OpenApiSchemaReference(name, document)
            : OpenApiModelFactory.Parse<OpenApiSchema>(schema.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, document, out _, "json")!;
}
