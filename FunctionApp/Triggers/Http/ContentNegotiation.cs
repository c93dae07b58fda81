using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FuseDeskFlows.Triggers.Http;

/// <summary>Chooses a format by the <c>Accept</c> header.</summary>
internal static class ContentNegotiation
{
    private static readonly (ReportFormat Format, StringSegment MediaType)[] Offers =
    [
        (ReportFormat.Json, "application/json"), (ReportFormat.Html, "text/html"), (ReportFormat.Markdown, "text/markdown"),
    ];

    /// <summary>Chooses the format that the caller likes best: JSON if there is no wish, none if nothing fits.</summary>
    public static ReportFormat Choose(HttpRequest request)
    {
        if (StringValues.IsNullOrEmpty(request.Headers.Accept)
            || !MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
        {
            return ReportFormat.Json;
        }

        return Offers
            .Select((offer, index) => (offer.Format, Quality: Quality(offer.MediaType, accepted), index))
            .Where(offer => offer.Quality > 0)
            .OrderByDescending(offer => offer.Quality)
            .ThenBy(offer => offer.index)
            .Select(offer => offer.Format)
            .FirstOrDefault();
    }

    // The most specific range that covers a type decides, so that "text/html;q=0, */*" means: anything but HTML.
    private static double Quality(StringSegment mediaType, IList<MediaTypeHeaderValue> accepted) => accepted
        .Where(range => new MediaTypeHeaderValue(mediaType).IsSubsetOf(WithoutQuality(range)))
        .OrderBy(range => range.MatchesAllTypes)
        .ThenBy(range => range.MatchesAllSubTypes)
        .Select(range => range.Quality ?? 1)
        .FirstOrDefault();

    private static MediaTypeHeaderValue WithoutQuality(MediaTypeHeaderValue range) => new(range.MediaType);
}
