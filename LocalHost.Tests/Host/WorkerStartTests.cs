using System.Diagnostics;
using System.Net;
using LocalFunctionsHost.Worker;
using LocalHost.Tests.Support;

namespace LocalHost.Tests.Host;

[Collection(HostProcesses.Name)]
public sealed class WorkerStartTests
{
    [Fact]
    public async Task A_worker_that_cannot_start_three_times_ends_the_host_with_what_it_said_and_requests_get_503_until_then()
    {
        using var folder = new TempFolder();
        Tiny.CopyTo(folder.File("app"));
        File.Delete(folder.File("app/Microsoft.Azure.Functions.Worker.Core.dll"));
        var port = FreePort.Next();
        await using var host = TinyAppHost.Launch(folder, folder.File("app"), [], port);

        using var refused = await FirstAnswerAsync(host, new Uri($"http://localhost:{port}/api/pid"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(refused.Headers.RetryAfter);

        Assert.Equal(1, await host.ExitAsync(TimeSpan.FromMinutes(2)));
        var last = host.Output.Split('\n').Single(line => line.StartsWith("The app's worker could not", StringComparison.Ordinal));
        Assert.Contains("could not be started 3 times in a row: dotnet exited with code", last, StringComparison.Ordinal);
        Assert.Contains("Microsoft.Azure.Functions.Worker.Core", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_a_killed_host_left_behind_is_ended_by_the_next_one()
    {
        using var folder = new TempFolder();
        int left;
        await using (var killed = await TinyAppHost.StartAsync(folder))
        {
            left = await killed.WorkerAsync();
            await killed.KillAsync();
        }

        Assert.False(HasEnded(left));

        await using var host = await TinyAppHost.StartAsync(folder);
        Assert.True(HasEnded(left));
    }

    [Fact]
    public async Task What_is_no_app_is_refused()
    {
        using var folder = new TempFolder();
        await using var host = TinyAppHost.Launch(folder, folder.Path, []);

        Assert.Equal(1, await host.ExitAsync(TimeSpan.FromMinutes(2)));
        Assert.Contains("functions.metadata", host.Output, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> FirstAnswerAsync(TinyAppHost host, Uri address)
    {
        HttpResponseMessage? answer = null;
        await Eventually.TrueAsync(
            async () =>
            {
                try
                {
                    answer = await host.Http.GetAsync(address, TestContext.Current.CancellationToken);
                    return true;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            "the host answers");
        return answer!;
    }

    private static bool HasEnded(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
