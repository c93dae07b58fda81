using LocalFunctionsHost.Functions;
using LocalHost.Tests.Support;
using Microsoft.Azure.Functions.Worker.Builder;

namespace FuseDeskFlows.Tests.Support;

/// <summary>What a test wants to be special about the app that it starts.</summary>
internal sealed record AppHostOptions(TempFolder Folder)
{
    /// <summary>The clock of the host, of its storage and of the app.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The settings of the host and the app; those of <c>AzureFunctionsJobHost</c> override host.json.</summary>
    public IEnumerable<(string Name, string? Value)> Settings { get; init; } = [];

    /// <summary>Adds to the app's services.</summary>
    public Action<FunctionsApplicationBuilder> Configure { get; init; } = _ => { };

    /// <summary>Functions of the tests.</summary>
    public IReadOnlyList<FunctionEntry> Functions { get; init; } = [];
}
