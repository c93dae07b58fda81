using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace FuseDeskFlows.Tests.EndToEnd.Pages;

/// <summary>Without a setting that says who may open the console, nobody may.</summary>
public sealed class ClosedConsoleTests
{
    private static readonly string[] Files = ["console/style.css", "console/console.js"];

    [Fact]
    public async Task Every_page_and_every_form_is_refused_and_the_API_goes_on()
    {
        await using var app = await TriageApp.StartAsync();
        var routes = Routes().Where(route => !Files.Contains(route.Path, StringComparer.Ordinal)).ToList();
        Assert.InRange(routes.Count, 7, int.MaxValue);
        foreach (var (method, path) in routes)
        {
            var address = Regex.Replace(path, @"\{\w+\}", "x", RegexOptions.None, TimeSpan.FromSeconds(1));
            using var request = new HttpRequestMessage(new(method), $"api/{address}");
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            using var answer = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{method} {path}: {answer.StatusCode}");
        }

        Assert.Equal(0, (await app.GetAsync("api/runs")).GetProperty("runs").GetArrayLength());
        Assert.Equal(0, app.Sandbox.Stats.ProxyCalls());
    }

    // Whatever is below the console's address, pages to come included.
    private static IEnumerable<(string Method, string Path)> Routes() =>
        from type in typeof(AppServices).Assembly.GetTypes()
        from function in type.GetMethods()
        where function.GetCustomAttribute<FunctionAttribute>() is not null
        from trigger in function.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
        where trigger?.Route?.StartsWith("console", StringComparison.Ordinal) is true
        select (trigger.Methods![0].ToUpperInvariant(), trigger.Route!);
}
