using System.Runtime.CompilerServices;

namespace FuseDeskFlows.Tests.Orchestrations;

/// <summary>The analyzers themselves are Microsoft's; these tests hold what would silently switch them off.</summary>
public sealed class BannedSymbolsTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));
    private static readonly string[] Symbols =
    [
        .. File.ReadAllLines(Path.Combine(Root, "FunctionApp", "Orchestrations", "BannedSymbols.txt"))
            .Where(line => !line.StartsWith("//", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Every_banned_symbol_exists_since_a_misspelt_one_bans_nothing() => Assert.All(
        Symbols,
        line =>
        {
            var id = line.Split(';')[0];
            var name = id[2..].Split('(')[0];
            var (type, member) =
                id[0] == 'T' ? (name, null) : (name[..name.LastIndexOf('.')], name[(name.LastIndexOf('.') + 1)..].Split('`')[0]);

            var found = Find(type);

            Assert.NotNull(found);
            Assert.True(member is null || found.GetMember(member).Length > 0, $"{type} has no {member}.");
        });

    [Theory]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("M:System.Guid.NewGuid")]
    [InlineData("T:System.Random")]
    [InlineData("T:System.Environment")]
    [InlineData("T:System.Net.Http.IHttpClientFactory")]
    public void What_replay_cannot_bear_and_Microsofts_analyzers_miss_is_banned(string symbol) =>
        Assert.Contains(Symbols, line => line.StartsWith(symbol + ";", StringComparison.Ordinal));

    [Fact]
    public void A_banned_symbol_is_an_error_in_orchestrations()
    {
        var config = File.ReadAllText(Path.Combine(Root, ".editorconfig")).ReplaceLineEndings("\n");

        Assert.Contains(
            "[FunctionApp/Orchestrations/**.cs]\ndotnet_diagnostic.RS0030.severity = error\n", config, StringComparison.Ordinal);
        Assert.Contains(
            "BannedSymbols.txt", File.ReadAllText(Path.Combine(Root, "FunctionApp", "FunctionApp.csproj")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_Microsofts_analyzers_find_in_orchestrations_is_an_error_too()
    {
        var project = File.ReadAllText(Path.Combine(Root, "FunctionApp", "FunctionApp.csproj"));

        Assert.Contains("<PackageReference Include=\"Microsoft.DurableTask.Analyzers\"", project, StringComparison.Ordinal);
        Assert.DoesNotContain("DURABLE", project + File.ReadAllText(Path.Combine(Root, ".editorconfig")), StringComparison.Ordinal);
        Assert.Contains(
            "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>",
            File.ReadAllText(Path.Combine(Root, "Directory.Build.props")),
            StringComparison.Ordinal);
    }

    private static Type? Find(string name) => AppDomain.CurrentDomain.GetAssemblies()
        .Append(typeof(HttpClient).Assembly).Append(typeof(IHttpClientFactory).Assembly).Append(typeof(Parallel).Assembly)
        .Select(assembly => assembly.GetType(name)).FirstOrDefault(type => type is not null);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
