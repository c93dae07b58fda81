using System.Text.Json;
using System.Text.Json.Serialization;
using LocalFunctionsHost.Commands;

namespace LocalHost.Tests.Commands;

public sealed class InputFaultTests
{
    [Theory]
    [InlineData("""{"CaseId":"x"}""", "The input's field `CaseId` cannot be read as a whole number.")]
    [InlineData("""{"Who":{"Email":5}}""", "The input's field `Who.Email` cannot be read: a number is not what belongs there.")]
    [InlineData("""{"Tags":["a",2]}""", "The input's field `Tags[1]` cannot be read as a text.")]
    [InlineData("""{"Tags":"a"}""", "The input's field `Tags` cannot be read as a list.")]
    [InlineData("""{"Until":"soon"}""", "The input's field `Until` cannot be read as a date and time (ISO 8601).")]
    [InlineData("""{"Loud":"very"}""", "The input's field `Loud` cannot be read as true or false.")]
    [InlineData("5", "The input cannot be read: a number is not what belongs there.")]
    public void A_field_of_the_wrong_kind_is_named(string input, string sentence) =>
        Assert.Equal(sentence, InputFault.Of(Failure<Input>(input), input));

    [Fact]
    public void A_place_that_nobody_knows_is_not_made_up() => Assert.Equal(
        "A field of the input cannot be read as a whole number.",
        InputFault.Of(
            "System.Text.Json.JsonException: The JSON value could not be converted to System.Int64. "
                + "Path: $ | LineNumber: 0 | BytePositionInLine: 5.",
            "{}"));

    [Fact]
    public void A_field_that_is_missing_is_named() =>
        Assert.Equal("The input lacks `CaseId`, `Who`.", InputFault.Of(Failure<Strict>("{}"), "{}"));

    [Fact]
    public void A_failure_about_something_else_stays_what_it_is()
    {
        Assert.Null(InputFault.Of(Failure<Input>("""{"CaseId":"x"}"""), """{"Other":1}"""));
        Assert.Null(InputFault.Of("System.InvalidOperationException: broken", """{"CaseId":"x"}"""));
        Assert.Null(InputFault.Of(null, null));
    }

    private static string Failure<T>(string json)
    {
        var failure = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<T>(json));
        return $"{failure.GetType().FullName}: {failure.Message}";
    }

    private sealed class Input
    {
        public int? CaseId { get; set; }

        public Person? Who { get; set; }

        public string[]? Tags { get; set; }

        public DateTimeOffset? Until { get; set; }

        public bool Loud { get; set; }
    }

    private sealed record Person(string Email);

    private sealed record Strict([property: JsonRequired] int CaseId, [property: JsonRequired] string Who);
}
