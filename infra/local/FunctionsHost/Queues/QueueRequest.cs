using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace LocalFunctionsHost.Queues;

/// <summary>What a request says, within Azure's limits. The first thing that is wrong is its error; nothing else counts then.</summary>
internal sealed class QueueRequest(HttpRequest http)
{
    /// <summary>The longest time in seconds that a message is hidden, or kept unless its sender says otherwise.</summary>
    public const int SevenDays = 7 * 24 * 60 * 60;

    private const int MostBytes = 64 * 1024;
    private const string MetadataPrefix = "x-ms-meta-";

    public StorageResponse? Error { get; private set; }
    public string Url => $"{http.Scheme}://{http.Host}{http.Path}";

    public void Fail(StorageResponse error) => Error ??= error;

    /// <summary>A parameter of the query; empty where there is none.</summary>
    public string Text(string name) => http.Query[name].ToString();

    /// <summary>A number of the query; the default stands for one that may be left out.</summary>
    public int Number(string name, int? otherwise, int min, int max)
    {
        var text = Text(name);
        if (text.Length == 0 && otherwise is { } value)
        {
            return value;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Fail(text.Length == 0
                ? StorageError.MissingParameter(name)
                : StorageError.InvalidParameter(name, text, "It is not a whole number."));
        }
        else if (number < min || number > max)
        {
            Fail(StorageError.OutOfRange(name, number, min, max));
        }

        return number;
    }

    public Dictionary<string, string> Metadata()
    {
        var metadata = http.Headers.Where(header => header.Key.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(
                header => header.Key[MetadataPrefix.Length..], header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        if (!metadata.Keys.All(name =>
            name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_')))
        {
            Fail(StorageError.InvalidMetadata);
        }

        return metadata;
    }

    /// <summary>A message's text from the body; null if the request has none.</summary>
    public async Task<string?> MessageTextAsync()
    {
        if (http.ContentLength is 0 or null)
        {
            return null;
        }

        try
        {
            var document = await XDocument.LoadAsync(http.Body, LoadOptions.PreserveWhitespace, http.HttpContext.RequestAborted);
            var text = document.Root?.Element("MessageText")?.Value;
            if (text is null)
            {
                Fail(StorageError.InvalidXmlDocument);
            }
            else if (Encoding.UTF8.GetByteCount(text) > MostBytes)
            {
                Fail(StorageError.RequestBodyTooLarge);
            }

            return text;
        }
        catch (XmlException)
        {
            Fail(StorageError.InvalidXmlDocument);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            Fail(StorageError.RequestBodyTooLarge);
        }

        return null;
    }
}
