using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace LocalFunctionsHost.Queues;

/// <summary>Reads what requests say, within Azure's limits.</summary>
internal static class QueueParameters
{
    /// <summary>The longest time that a message is hidden, or kept unless its sender says otherwise: seven days.</summary>
    public const int SevenDays = 7 * 24 * 60 * 60;

    private const int MostBytes = 64 * 1024;

    /// <summary>Reads a number of the query; a default stands for one that may be left out.</summary>
    public static Outcome<int> Number(this HttpRequest request, string name, int? otherwise, int min, int max)
    {
        if (request.Query[name].ToString() is not { Length: > 0 } text)
        {
            return otherwise is { } value ? value : StorageError.MissingParameter(name);
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return StorageError.InvalidParameter(name, text, "It is not a whole number.");
        }

        return number >= min && number <= max ? number : StorageError.OutOfRange(name, number, min, max);
    }

    /// <summary>What is wrong with a queue's name; null if nothing is.</summary>
    public static StorageError? CheckName(string name) =>
        name.Length is < 3 or > 63 ? StorageError.OutOfRangeInput
        : name.Split('-').All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))) ? null
        : StorageError.InvalidResourceName;

    /// <summary>Reads a queue's metadata from the headers.</summary>
    public static Outcome<Dictionary<string, string>> Metadata(this HttpRequest request)
    {
        const string Prefix = "x-ms-meta-";
        var metadata = request.Headers.Where(header => header.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key[Prefix.Length..], header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var areNames = metadata.Keys.All(name =>
            name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_'));
        return areNames ? metadata : StorageError.InvalidMetadata;
    }

    /// <summary>Reads a message's text from the body; null if the request has none.</summary>
    public static async Task<Outcome<string>> MessageTextAsync(this HttpRequest request)
    {
        if (request.ContentLength is 0 or null)
        {
            return default;
        }

        try
        {
            var document = await XDocument.LoadAsync(request.Body, LoadOptions.PreserveWhitespace, request.HttpContext.RequestAborted);
            return document.Root?.Element("MessageText")?.Value is not { } text ? StorageError.InvalidXmlDocument
                : Encoding.UTF8.GetByteCount(text) > MostBytes ? StorageError.RequestBodyTooLarge : text;
        }
        catch (XmlException)
        {
            return StorageError.InvalidXmlDocument;
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return StorageError.RequestBodyTooLarge;
        }
    }
}
