using System.Text.Json;
using FuseDeskFlows.Truto.Catalogue;

namespace FuseDeskFlows.Truto.Calls;

/// <summary>What a list call asks for.</summary>
/// <param name="Arguments">The arguments; null ones are left out.</param>
/// <param name="Read">Reads an item; null if it cannot be read.</param>
/// <param name="Keep">
/// The same filter once more on our side, since an upstream may ignore one that it does not know. It drops an item only if the item
/// itself says that it does not belong. Null keeps everything.
/// </param>
internal sealed record ListQuery<T>(IReadOnlyList<ToolArgument?> Arguments, Func<JsonElement, T?> Read, Func<T, bool>? Keep = null)
    where T : class;
