using System.Reflection;
using FuseDeskFlows.Triggers.OpenApi;
using LocalHost.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FuseDeskFlows.Tests.EndToEnd.Assistants;

/// <summary>A client that Kiota generates from the app's OpenAPI document, compiled with the code that calls it.</summary>
internal static class GeneratedClient
{
    /// <summary>
    /// Generates the client and runs a caller of it; without Kiota the test is skipped, or fails where all tools have to be.
    /// </summary>
    /// <param name="caller">A file with a public class <c>Caller</c> that has a public static <c>RunAsync(string address)</c>.</param>
    /// <param name="address">The app's.</param>
    public static async Task<string> CallAsync(string caller, Uri address)
    {
        using var folder = new TempFolder();
        var document = folder.File("openapi.json");
        var text = await OpenApiDocuments.WriteAsync("/api", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(document, text, TestContext.Current.CancellationToken);
        var generated = folder.File("client");
        await GenerateAsync(document, generated);
        var sources = Directory.GetFiles(generated, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).Append(caller);
        var run = Compile(sources).GetType("Caller")!.GetMethod("RunAsync")!;
        return await (Task<string>)run.Invoke(null, [address.ToString()])!;
    }

    private static async Task GenerateAsync(string document, string folder)
    {
        var (exitCode, output, error) = await ToolProcess.RunAsync(
            "dotnet",
            "tool", "run", "kiota", "generate", "-l", "CSharp", "-d", document, "-o", folder, "-n", "Generated", "-c", "FuseDeskClient",
            "--ll", "Error");
        RequiredTool.Demand(exitCode == 0, "Kiota", output + error, "dotnet tool restore");
    }

    private static Assembly Compile(IEnumerable<string> sources)
    {
        var libraries = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "GeneratedClient",
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            libraries.Select(library => MetadataReference.CreateFromFile(library)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var binary = new MemoryStream();
        var result = compilation.Emit(binary);
        Assert.True(
            result.Success,
            string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5)));
        return Assembly.Load(binary.ToArray());
    }
}
