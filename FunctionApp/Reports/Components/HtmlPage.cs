using FuseDeskFlows.Reports.Rendering;
using Microsoft.AspNetCore.Components;

namespace FuseDeskFlows.Reports.Components;

/// <summary>A component that is shown as a page of its own.</summary>
/// <param name="Title">What the browser calls the page.</param>
/// <param name="Body">The component's type.</param>
/// <param name="Parameters">Its parameters.</param>
internal sealed record HtmlPage(string Title, Type Body, IDictionary<string, object> Parameters)
{
    /// <summary>
    /// The policy to serve every page with: the app's own style sheet and script, forms to the app itself, and nothing else.
    /// </summary>
    public const string ContentSecurityPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>After how many seconds the browser asks again; null for never.</summary>
    public int? RefreshSeconds { get; init; }

    /// <summary>Names a component that shows one thing.</summary>
    public static HtmlPage Of<TComponent>(string title, string parameter, object value)
        where TComponent : IComponent =>
        new(title, typeof(TComponent), new Dictionary<string, object>(StringComparer.Ordinal) { [parameter] = value });

    /// <summary>Renders the page.</summary>
    /// <param name="root">The path below which the app's addresses are, with a slash at its end.</param>
    public Task<string> RenderAsync(string root) => HtmlRendering.RenderAsync<StandalonePage>(new(StringComparer.Ordinal)
    {
        [nameof(StandalonePage.Title)] = Title,
        [nameof(StandalonePage.Root)] = root,
        [nameof(StandalonePage.RefreshSeconds)] = RefreshSeconds,
        [nameof(StandalonePage.Body)] = Body,
        [nameof(StandalonePage.BodyParameters)] = Parameters,
    });
}
