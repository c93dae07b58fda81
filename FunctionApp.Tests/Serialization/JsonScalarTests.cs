using System.Text.Json;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Tests.Serialization;

public sealed class JsonScalarTests
{
    [Theory]
    [InlineData("84877", 84877L)]
    [InlineData("\"84877\"", 84877L)]
    [InlineData("\" 84877 \"", 84877L)]
    [InlineData("501.0", 501L)]
    [InlineData("\"501.0\"", 501L)]
    [InlineData("\"501.000\"", 501L)]
    [InlineData("5.01e2", 501L)]
    [InlineData("\"5.01E+2\"", 501L)]
    [InlineData("\"+501\"", 501L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("501.5", null)]
    [InlineData("9223372036854775808", null)]
    [InlineData("1e400", null)]
    [InlineData("\"84,877\"", null)]
    [InlineData("\"0x1F\"", null)]
    [InlineData("\"many\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("true", null)]
    [InlineData("[501]", null)]
    public void An_id_is_a_number_in_any_spelling(string json, long? id) => Assert.Equal(id, JsonScalar.NumericId(JsonElement.Parse(json)));

    [Theory]
    [InlineData("501", "501")]
    [InlineData("501.0", "501")]
    [InlineData("5.01e2", "501")]
    [InlineData("\"501.0\"", "501")]
    [InlineData("\"0501\"", "0501")]
    [InlineData("\"5e10\"", "5e10")]
    [InlineData("\"0c5e-77\"", "0c5e-77")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("true", null)]
    [InlineData("{}", null)]
    public void An_id_that_is_a_text_is_the_same_however_its_number_is_written(string json, string? id) =>
        Assert.Equal(id, JsonScalar.TextId(JsonElement.Parse(json)));
}
