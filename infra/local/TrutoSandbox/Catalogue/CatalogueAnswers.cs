using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Http;

namespace FuseDeskFlows.TrutoSandbox.Catalogue;

/// <summary><c>/tools</c> and <c>/capabilities</c> of the account.</summary>
internal sealed class CatalogueAnswers(SandboxOptions options)
{
    /// <summary>The tools that the query asks for, with their schemas.</summary>
    public ApiAnswer Tools(IQueryCollection query)
    {
        if (options.Tools == ToolsAnswer.Missing)
        {
            return TrutoErrors.Own(StatusCodes.Status404NotFound, "Route GET /integrated-account/:id/tools not found");
        }

        var tools = Select(query).Select(Write);
        return ApiAnswer.Ok(new JsonObject { [options.Tools == ToolsAnswer.Results ? "results" : "result"] = new JsonArray([.. tools]) });
    }

    /// <summary>What the account can do, and how it is.</summary>
    public ApiAnswer Capabilities(IQueryCollection query)
    {
        var only = query["resource"].FirstOrDefault();
        var proxy = Select(query)
            .Where(tool => only is null || string.Equals(tool.Resource, only, StringComparison.Ordinal))
            .GroupBy(tool => tool.Resource, StringComparer.Ordinal)
            .Select(group => new JsonObject
            {
                ["resource"] = group.Key,
                ["methods"] = new JsonArray([.. group.Select(tool => new JsonObject
                {
                    ["method"] = tool.Method,
                    ["name"] = tool.Name,
                    ["description"] = tool.Description,
                    ["has_description"] = tool.Description.Length > 0,
                    ["has_query_schema"] = tool.Query.Count > 0,
                    ["has_body_schema"] = tool.Body.Count > 0,
                    ["has_response_schema"] = false,
                    ["api_documentation_url"] = null,
                })]),
            });
        var described = ToolCatalogue.All.Count(tool => tool.Description.Length > 0);
        return ApiAnswer.Ok(new JsonObject
        {
            ["integration"] = new JsonObject
            {
                ["id"] = "fusedesk",
                ["name"] = "fusedesk",
                ["label"] = "FuseDesk",
                ["category"] = "ticketing",
            },
            ["environment_id"] = "sandbox-environment",
            ["account"] = new JsonObject
            {
                ["id"] = options.IntegratedAccountId,
                ["status"] = "active",
                ["authentication_method"] = "api_key",
                ["is_blocked"] = options.Blocked,
            },
            ["proxy"] = new JsonArray([.. proxy]),
            ["unified"] = new JsonArray(),
            ["auth"] = new JsonObject { ["formats"] = new JsonArray("api_key"), ["fields"] = new JsonArray() },
            ["ai_readiness"] = new JsonObject
            {
                ["proxy_methods"] = ToolCatalogue.All.Count,
                ["proxy_methods_with_descriptions"] = described,
                ["ai_ready_score"] = Math.Round(described / (double)ToolCatalogue.All.Count, 2),
            },
        });
    }

    private static IEnumerable<Tool> Select(IQueryCollection query)
    {
        var methods = Values(query, "methods");
        var tags = Values(query, "tags");
        var described = !string.Equals(query["has_description"].FirstOrDefault(), "false", StringComparison.OrdinalIgnoreCase);
        return ToolCatalogue.All.Where(tool =>
            (methods.Count == 0 || methods.Any(tool.Is))
            && (tags.Count == 0 || tags.Any(tag => tool.Tags.Contains(tag, StringComparer.Ordinal)))
            && (!described || tool.Description.Length > 0));
    }

    /// <summary>A list in a query: <c>name=a,b</c>, <c>name[]=a</c> repeated, or <c>name[0]=a</c>.</summary>
    private static List<string> Values(IQueryCollection query, string name) =>
    [
        .. query
            .Where(pair =>
                string.Equals(pair.Key, name, StringComparison.Ordinal) || pair.Key.StartsWith(name + "[", StringComparison.Ordinal))
            .SelectMany(pair => pair.Value)
            .SelectMany(value =>
                (value ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
    ];

    private JsonObject Write(Tool tool) => new()
    {
        ["name"] = tool.Name,
        ["resource"] = tool.Resource,
        ["method"] = tool.Method,
        ["description"] = tool.Description,
        ["query_schema"] = Schema(tool.Query),
        ["body_schema"] = Schema(tool.Body),
        ["required"] = new JsonArray([
            .. tool.Query
                .Concat(tool.Body)
                .Where(argument => argument.Required)
                .Select(argument => JsonValue.Create(argument.Spelled(options.Dialect))),
        ]),
        ["tags"] = new JsonArray([.. tool.Tags.Select(tag => JsonValue.Create(tag))]),
    };

    private JsonObject Schema(IEnumerable<ToolArgument> arguments) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(arguments.Select(argument => KeyValuePair.Create<string, JsonNode?>(
            argument.Spelled(options.Dialect),
            new JsonObject { ["type"] = argument.Type, ["description"] = argument.Description }))),
    };
}
