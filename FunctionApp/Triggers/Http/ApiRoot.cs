using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.Triggers.Http;

/// <summary>Where the app's addresses begin: the host's setting, which it does not tell its worker.</summary>
internal static class ApiRoot
{
    /// <summary>A path with a slash at its beginning and end: <c>/api/</c> unless the host's settings say otherwise.</summary>
    public static string Path { get; } = Read();

    private static string Read()
    {
        var hostJson = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("host.json", optional: true)
            .Build();
        var prefix = (Environment.GetEnvironmentVariable("AzureFunctionsJobHost__extensions__http__routePrefix")
            ?? hostJson["extensions:http:routePrefix"] ?? "api").Trim('/');
        return prefix.Length == 0 ? "/" : $"/{prefix}/";
    }
}
