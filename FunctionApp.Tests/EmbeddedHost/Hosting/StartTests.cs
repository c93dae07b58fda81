using System.Net;
using System.Net.Sockets;
using FuseDeskFlows.EmbeddedHost.Hosting;
using FuseDeskFlows.Tests.EmbeddedHost.Http;
using FuseDeskFlows.Tests.EmbeddedHost.Management;
using FuseDeskFlows.Tests.EmbeddedHost.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Tests.EmbeddedHost.Hosting;

public sealed class StartTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Options_that_do_not_validate_are_one_message_and_exit_code_1()
    {
        await using var host = await TestHost.RunAsync(new TestHostOptions(_folder, typeof(DurableSamples))
        {
            Configure = builder => builder.Services.AddOptions<StrictOptions>().BindConfiguration("Strict").ValidateDataAnnotations().ValidateOnStart(),
        });
        Assert.Equal(1, host.ExitCode);
        Assert.Contains("Strict:Name must be set.", host.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", host.Error, StringComparison.Ordinal);
        Assert.Equal("", host.Output);
    }

    [Fact]
    public async Task A_setting_of_the_wrong_kind_is_named_and_not_quoted()
    {
        await using var host = await TestHost.RunAsync(new TestHostOptions(_folder, typeof(DurableSamples))
        {
            Configure = builder =>
            {
                builder.Configuration.AddInMemoryCollection([new("Strict:Name", "x"), new("Strict:Patience", "secret")]);
                builder.Services.AddOptions<StrictOptions>().BindConfiguration("Strict").ValidateDataAnnotations().ValidateOnStart();
            },
        });
        Assert.Equal(1, host.ExitCode);
        Assert.StartsWith("The setting Strict:Patience cannot be read", host.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_host_json_is_one_message_and_exit_code_1()
    {
        _folder.With("host.json", "{");
        await using var host = await TestHost.RunAsync(new TestHostOptions(_folder, typeof(DurableSamples)));
        Assert.Equal(1, host.ExitCode);
        Assert.StartsWith(_folder.File("host.json") + ", line 1, column 2", host.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("state")));
    }

    [Fact]
    public async Task Unknown_arguments_are_refused()
    {
        await using var host = await TestHost.RunAsync(new TestHostOptions(_folder, typeof(DurableSamples)) { Arguments = ["--verbose"] });
        Assert.Equal(1, host.ExitCode);
        Assert.StartsWith("Unknown argument '--verbose'.", host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_printed_and_nothing_is_started()
    {
        await using var host = await TestHost.RunAsync(new TestHostOptions(_folder, typeof(DurableSamples)) { Arguments = ["--help"] });
        Assert.Null(host.ExitCode);
        Assert.StartsWith("Usage:", host.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("state")));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_message()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using var host = await TestHost.RunAsync(new TestHostOptions(_folder, typeof(DurableSamples)) { Arguments = ["--urls", $"http://127.0.0.1:{port}"] });
        Assert.Equal(1, host.ExitCode);
        Assert.Contains("choose another port", host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_of_another_kind_is_one_message()
    {
        Directory.CreateDirectory(_folder.File("state"));
        _folder.With("state/durable.db", new string('x', 5000));
        await using var host = await TestHost.RunAsync(new TestHostOptions(_folder, typeof(DurableSamples)));
        Assert.Equal(1, host.ExitCode);
        Assert.StartsWith($"The state folder {_folder.File("state")} cannot be used: ", host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_host_on_the_same_state_is_refused_and_the_first_goes_on()
    {
        await using var first = await TestHost.StartAsync(new TestHostOptions(_folder, typeof(HttpSamples)) { Configure = b => b.Services.AddScoped<ScopedThing>() });
        await using var second = await TestHost.RunAsync(new TestHostOptions(_folder, typeof(DurableSamples)));
        Assert.Equal(1, second.ExitCode);
        Assert.Contains($"The state folder {_folder.File("state")} is in use by another process", second.Error, StringComparison.Ordinal);
        Assert.Equal("Hello ", await first.Http.GetStringAsync("/api/Hello", Cancel));
    }

    [Fact]
    public async Task The_state_is_free_again_after_a_stop_and_instances_go_on()
    {
        var options = new TestHostOptions(_folder, typeof(DurableSamples));
        await using (var first = await TestHost.StartAsync(options))
        {
            await first.Client.ScheduleNewOrchestrationInstanceAsync("Waits", null, new Microsoft.DurableTask.StartOrchestrationOptions("kept"), Cancel);
        }

        await using var second = await TestHost.StartAsync(options);
        await second.Client.RaiseEventAsync("kept", "Go", "on", Cancel);
        var end = await second.Client.WaitForInstanceCompletionAsync("kept", getInputsAndOutputs: true, Cancel);
        Assert.Equal("on", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Local_settings_reach_the_app_and_the_route_prefix_its_routes()
    {
        _folder.With("local.settings.json", """{ "Values": { "Strict__Name": "set" } }""")
            .With("host.json", """{ "version": "2.0", "extensions": { "http": { "routePrefix": "x/y" } } }""");
        await using var host = await TestHost.StartAsync(new TestHostOptions(_folder, typeof(HttpSamples))
        {
            Configure = builder =>
            {
                Assert.Equal("set", builder.Configuration["Strict:Name"]);
                builder.Services.AddScoped<ScopedThing>();
            },
        });
        Assert.Equal("Hello ", await host.Http.GetStringAsync("/x/y/Hello", Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/api/Hello", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Without_a_token_the_sandbox_is_the_apps_Truto()
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(_folder, typeof(DurableSamples))
        {
            StartSandbox = true,
            Configure = builder => builder.Services.AddOptions<TrutoSettings>().BindConfiguration("Truto")
                .Validate(o => o.ApiToken is { Length: > 0 }, "no token").ValidateOnStart(),
        });
        var truto = host.Get<IOptions<TrutoSettings>>().Value;
        Assert.Null(host.ExitCode);
        Assert.True(new Uri(truto.BaseUrl!).IsLoopback);
        Assert.NotEmpty(truto.IntegratedAccountId!);
        Assert.Single(host.Output.Split('\n'), line => line.Contains("sandbox", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_a_token_no_sandbox_is_started()
    {
        _folder.With("local.settings.json", """{ "Values": { "Truto__ApiToken": "mine" } }""");
        await using var host = await TestHost.StartAsync(new TestHostOptions(_folder, typeof(DurableSamples)) { StartSandbox = true });
        Assert.Null(host.Get<IConfiguration>()["Truto:BaseUrl"]);
        Assert.DoesNotContain("sandbox", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_setup_of_a_process_names_its_folders()
    {
        var setup = HostSetup.FromProcess();
        Assert.Equal(AppContext.BaseDirectory, setup.OutputDirectory);
        Assert.Contains(typeof(StartTests), setup.FunctionTypes);
    }
}
