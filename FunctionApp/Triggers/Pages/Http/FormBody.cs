using System.Text;
using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace FuseDeskFlows.Triggers.Pages.Http;

/// <summary>Reads the fields of a form.</summary>
internal static class FormBody
{
    private const int MaxSize = 64 * 1024;

    /// <summary>Reads them; null if there are too many.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await BoundedBody.ReadAsync(request, MaxSize, cancellationToken) is { } body
            ? new FormCollection(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span)))
            : null;
}
