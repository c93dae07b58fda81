using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.EmbeddedHost.Http;

/// <summary>Reads a request's body as JSON.</summary>
internal static class JsonBody
{
    /// <summary>Reads the body as ASP.NET Core's model binding would; null if it is empty.</summary>
    /// <exception cref="FunctionInputConverterException">The body is not JSON of the type.</exception>
    public static async ValueTask<object?> ReadAsync(HttpContext http, Type type, string parameterName)
    {
        if (!http.Request.HasJsonContentType())
        {
            throw new FunctionInputConverterException($"Parameter '{parameterName}' needs a body of content type application/json.");
        }

        if (http.Request.ContentLength == 0)
        {
            return null;
        }

        var options = http.RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Mvc.JsonOptions>>().Value.JsonSerializerOptions;
        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, type, options, http.RequestAborted);
        }
        catch (JsonException e)
        {
            throw new FunctionInputConverterException($"Parameter '{parameterName}' cannot be read from the request's body.", e);
        }
    }
}
