using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.EmbeddedHost.Management;

/// <summary>Errors in the extension's form.</summary>
internal static class ApiError
{
    /// <summary>An error that an exception tells of.</summary>
    public static IResult Of(int status, string message, Exception exception) => Of(status, message, exception.Message, exception.GetType().FullName);

    /// <summary>An error.</summary>
    public static IResult Of(int status, string message, string? detail = null, string? type = null)
    {
        var body = new JsonObject { ["Message"] = message };
        if (detail is not null)
        {
            body["ExceptionMessage"] = detail;
        }

        if (type is not null)
        {
            body["ExceptionType"] = type;
        }

        return Results.Json(body, statusCode: status);
    }
}
