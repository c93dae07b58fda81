using System.Text.Json;

namespace FuseDeskFlows.Serialization;

/// <summary>A field in which a list is due.</summary>
/// <param name="IsGiven">False if the object has no such field at all, so that it says nothing of it.</param>
/// <param name="Items">The items; none where nothing is set; null where something is set that is no list.</param>
internal readonly record struct JsonListField(bool IsGiven, IReadOnlyList<JsonElement>? Items);
