using Microsoft.Azure.Functions.Worker.Builder;

namespace FuseDeskFlows.Tests.EmbeddedHost.Support;

internal sealed record TestHostOptions(TempFolder Folder, params Type[] Functions)
{
    public string[] Arguments { get; init; } = ["--port", "0"];

    public string? StateFolder { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public bool StartSandbox { get; init; }

    public bool UseWebApplication { get; init; } = true;

    public Action<FunctionsApplicationBuilder> Configure { get; init; } = _ => { };
}
