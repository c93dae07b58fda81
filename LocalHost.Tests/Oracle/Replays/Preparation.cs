using System.Text.Json;

namespace LocalHost.Tests.Oracle.Replays;

/// <summary>What must have happened before a step, and was not recorded.</summary>
/// <param name="Start">The orchestration to start by the management API, under <paramref name="Id"/>.</param>
/// <param name="Input">Its input; nothing is null.</param>
/// <param name="Send">Or a request: method and path.</param>
/// <param name="Body">Its JSON body; null: none.</param>
/// <param name="Id">The instance to wait for.</param>
/// <param name="Until">The status to wait for; <c>Gone</c>: it is unknown. Null: no wait.</param>
internal sealed record Preparation(string? Start, JsonElement? Input, string? Send, string? Body, string? Id, string? Until);
