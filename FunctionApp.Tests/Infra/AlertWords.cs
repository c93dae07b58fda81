namespace FuseDeskFlows.Tests.Infra;

/// <summary>By which words the deployment's alerts know a line of the log.</summary>
internal static class AlertWords
{
    private const string File = "infra/azure/modules/alerts.bicep";

    /// <summary>The beginnings of lines that the app writes itself.</summary>
    public static IReadOnlyList<string> Beginnings { get; } = RepositoryFiles.Words("message startswith \"(?<word>[^\"]+)\"", File);
}
