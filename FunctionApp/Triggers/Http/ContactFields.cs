using System.Text.Json;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Triggers.Http;

/// <summary>Parses the fields of a body by which a contact is named.</summary>
internal static class ContactFields
{
    private const int MaxEmailLength = 254;
    private const int MaxSearchLength = 200;
    private const int MaxIdLength = 100;

    public static IReadOnlyList<string> Names { get; } = ["email", "search", "contactId"];

    /// <summary>Parses the one field that must be given, among those that exclude each other.</summary>
    /// <typeparam name="T">What the field means to the request.</typeparam>
    /// <param name="given">The fields of the body, without those that stand beside the one.</param>
    /// <param name="names">The fields that exclude each other.</param>
    /// <param name="parse">Parses the field.</param>
    public static ParseResult<T> ParseOnly<T>(
        IReadOnlyList<JsonProperty> given, IReadOnlyList<string> names, Func<JsonProperty, ParseResult<T>> parse)
    {
        var oneOf = $"Exactly one of {string.Join(", ", names.SkipLast(1))} and {names[^1]} is needed.";
        return given switch
        {
            [] => ApiProblem.InvalidRequest([.. names.Select(name => (name, oneOf))]),
            [var only] => parse(only),
            _ => ApiProblem.InvalidRequest([.. given.Select(field => (field.Name, oneOf))]),
        };
    }

    public static ParseResult<ContactKey> Parse(JsonProperty field)
    {
        var maxLength = field.Name switch
        {
            "email" => MaxEmailLength,
            "search" => MaxSearchLength,
            _ => MaxIdLength,
        };
        if (TextFault.Find(field.Value, maxLength) is { } fault)
        {
            return Invalid(field.Name, fault);
        }

        var text = field.Value.GetString()!.Trim();
        return field.Name switch
        {
            "email" when !IsAddress(text) => Invalid("email", "must be a whole email address; use search for part of one."),
            "email" => new ContactKey(Email: text),
            "search" => new ContactKey(Search: text),
            _ => new ContactKey(ContactId: new ContactId(JsonScalar.TextId(field.Value)!)), // a number is the same in any spelling
        };
    }

    /// <summary>Tells whether a text is a whole address.</summary>
    public static bool IsAddress(string text) =>
        !text.Any(char.IsWhiteSpace) && text.Split('@') is [{ Length: > 0 }, { Length: > 0 }];

    private static ParseResult<ContactKey> Invalid(string field, string fault) => ApiProblem.InvalidRequest((field, $"{field} {fault}"));
}
