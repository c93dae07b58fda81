namespace FuseDeskFlows.Truto.Settings;

/// <summary>How to reach FuseDesk through Truto: configuration section <c>Truto</c>.</summary>
public sealed class TrutoOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Truto";

    /// <summary>Truto's address: absolute https; http only for loopback.</summary>
    public string BaseUrl { get; set; } = "https://api.truto.one";

    /// <summary>The API token of the Truto environment. A secret: never logged, sent only to <see cref="BaseUrl"/>.</summary>
    public string ApiToken { get; set; } = "";

    /// <summary>The id of the connected FuseDesk account.</summary>
    public string IntegratedAccountId { get; set; } = "";

    /// <summary>How long one request may take, its body included, before it is given up and perhaps tried again.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the account's list of tools is trusted before it is read again.</summary>
    public TimeSpan CatalogueLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How many items to ask for in one page of a list: the more, the fewer calls of the quota a list costs.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>The largest answer that is read, in bytes after decompression.</summary>
    public long MaxResponseBytes { get; set; } = 10 * 1024 * 1024;
}
