using System.Runtime.CompilerServices;

namespace FuseDeskFlows.Tests.Orchestrations;

/// <summary>The analyzer itself is Microsoft's; these tests hold what would silently switch it off.</summary>
public sealed class BannedSymbolsTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));
    private static readonly string[] Symbols = File.ReadAllLines(Path.Combine(Root, "FunctionApp", "Orchestrations", "BannedSymbols.txt"));

    [Fact]
    public void Every_banned_symbol_exists_since_a_misspelt_one_bans_nothing() => Assert.All(Symbols, line =>
    {
        var id = line.Split(';')[0];
        var name = id[2..].Split('(')[0];
        var (type, member) = id[0] == 'T' ? (name, null) : (name[..name.LastIndexOf('.')], name[(name.LastIndexOf('.') + 1)..].Split('`')[0]);

        var found = Find(type);

        Assert.NotNull(found);
        Assert.True(member is null || found.GetMember(member).Length > 0, $"{type} has no {member}.");
    });

    [Theory]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("M:System.Guid.NewGuid")]
    [InlineData("M:System.Threading.Tasks.Task.Delay(System.TimeSpan)")]
    [InlineData("M:System.Threading.Tasks.Task.Run(System.Func{System.Threading.Tasks.Task})")]
    [InlineData("T:System.Random")]
    [InlineData("T:System.Environment")]
    [InlineData("T:System.Net.Http.HttpClient")]
    public void What_replay_cannot_bear_is_banned(string symbol) =>
        Assert.Contains(Symbols, line => line.StartsWith(symbol + ";", StringComparison.Ordinal));

    [Fact]
    public void A_banned_symbol_is_an_error_in_orchestrations()
    {
        var config = File.ReadAllText(Path.Combine(Root, ".editorconfig")).ReplaceLineEndings("\n");

        Assert.Contains("[FunctionApp/Orchestrations/**.cs]\ndotnet_diagnostic.RS0030.severity = error\n", config, StringComparison.Ordinal);
        Assert.Contains("BannedSymbols.txt", File.ReadAllText(Path.Combine(Root, "FunctionApp", "FunctionApp.csproj")), StringComparison.Ordinal);
    }

    private static Type? Find(string name) => AppDomain.CurrentDomain.GetAssemblies()
        .Append(typeof(HttpClient).Assembly).Append(typeof(IHttpClientFactory).Assembly).Append(typeof(Parallel).Assembly)
        .Select(assembly => assembly.GetType(name)).FirstOrDefault(type => type is not null);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
