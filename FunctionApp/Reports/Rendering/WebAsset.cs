using System.Reflection;
using System.Security.Cryptography;

namespace FuseDeskFlows.Reports.Rendering;

/// <summary>A file that pages load: embedded in the app, and known by the hash of its content.</summary>
internal sealed class WebAsset
{
    private const int HashLength = 16;

    private WebAsset(string name, string contentType)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Assets/{name}")!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        (Name, ContentType, Content) = (name, contentType, content);
        Version = Convert.ToHexStringLower(SHA256.HashData(content))[..HashLength];
    }

    /// <summary>The look of all pages.</summary>
    public static WebAsset StyleSheet { get; } = new("style.css", "text/css; charset=utf-8");

    /// <summary>What keeps the console's pages up to date.</summary>
    public static WebAsset Script { get; } = new("console.js", "text/javascript; charset=utf-8");

    /// <summary>The file's name, below the console's address.</summary>
    public string Name { get; }

    public string ContentType { get; }

    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Another one for other content.</summary>
    public string Version { get; }

    /// <summary>The address that pages name: it changes with the content, so that a browser may keep what it has loaded.</summary>
    public string AddressBelow(string root) => $"{root}console/{Name}?v={Version}";
}
