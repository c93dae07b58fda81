namespace FuseDeskFlows.TrutoSandbox;

/// <summary>The sandbox on its own: <c>dotnet run --project infra/local/TrutoSandbox -- --help</c>.</summary>
internal static class SandboxProgram
{
    static async Task<int> Main()
    {
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { Port = 7072 });
        Console.WriteLine($"TrutoSandbox on {server.BaseUrl}");
        await Task.Delay(Timeout.Infinite);
        return 0;
    }
}
