using System.Diagnostics;
using System.Globalization;
using LocalFunctionsHost.Worker;

namespace LocalHost.Tests.Host;

/// <summary>The launch profile of a debugger: the app's process, with the host as a guest in it.</summary>
public sealed class OneProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("local-host-guest-");

    public void Dispose() => _state.Delete(recursive: true);

    [Fact]
    public async Task The_host_serves_the_app_from_within_the_apps_own_process()
    {
        var port = FreePort.Next();
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(Tiny.AppFolder, "Tiny.dll"), "--port", $"{port}", "--state", _state.FullName])
        {
            WorkingDirectory = _state.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_STARTUP_HOOKS"] = Path.Combine(AppContext.BaseDirectory, "FunctionsHost.dll");
        using var app = Process.Start(start)!;
        app.OutputDataReceived += (_, _) => { };
        app.ErrorDataReceived += (_, _) => { };
        app.BeginOutputReadLine();
        app.BeginErrorReadLine();
        try
        {
            Assert.Equal(app.Id, await PidAsync(app, new Uri($"http://localhost:{port}/api/pid")));
        }
        finally
        {
            app.Kill(entireProcessTree: true);
            await app.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task<int> PidAsync(Process app, Uri address)
    {
        using var http = new HttpClient();
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Patience && !app.HasExited;)
        {
            try
            {
                return int.Parse(await http.GetStringAsync(address, TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }

        throw new TimeoutException("The app did not answer.");
    }
}
