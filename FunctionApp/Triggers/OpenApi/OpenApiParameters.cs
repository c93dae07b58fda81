using System.Globalization;
using System.Text.Json.Nodes;
using FuseDeskFlows.Triggers.Starting;
using Microsoft.OpenApi;

namespace FuseDeskFlows.Triggers.OpenApi;

/// <summary>Makes what the document says of a route's parameters.</summary>
internal static class OpenApiParameters
{
    /// <summary>Those in the route and the query, and those that every POST which starts a run takes.</summary>
    public static IEnumerable<IOpenApiParameter> Of(ApiRoute route)
    {
        foreach (var parameter in route.Parameters)
        {
            var isInPath = route.Path.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal);
            yield return Parameter(parameter, isInPath ? ParameterLocation.Path : ParameterLocation.Query);
        }

        if (route.Starts)
        {
            yield return Parameter(
                new("wait", "integer", "How many seconds to wait for the report.", "30")
                {
                    Minimum = 0,
                    Maximum = WaitParameter.MaxSeconds,
                },
                ParameterLocation.Query);
            yield return Parameter(
                new(RunId.Header, "string", "Makes the run's id: sent twice, it runs once."), ParameterLocation.Header);
        }
    }

    private static OpenApiParameter Parameter(ApiParameter parameter, ParameterLocation place) => new()
    {
        Name = parameter.Name,
        In = place,
        Required = place == ParameterLocation.Path,
        Description = parameter.Description,
        Schema = new OpenApiSchema
        {
            Type = parameter.Type is "integer" ? JsonSchemaType.Integer : JsonSchemaType.String,
            Format = parameter.Format,
            Minimum = parameter.Maximum is null ? null : parameter.Minimum.ToString(CultureInfo.InvariantCulture),
            Maximum = parameter.Maximum?.ToString(CultureInfo.InvariantCulture),
            Enum = parameter.Values?.Select(value => (JsonNode)value).ToList(),
        },
        Example = parameter.Example is null ? null : parameter.Type is "integer" ? JsonNode.Parse(parameter.Example) : parameter.Example,
    };
}
