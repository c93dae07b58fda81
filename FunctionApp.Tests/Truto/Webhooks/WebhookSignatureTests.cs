using System.Text;
using FuseDeskFlows.Truto.Webhooks;

namespace FuseDeskFlows.Tests.Truto.Webhooks;

public sealed class WebhookSignatureTests
{
    // From `printf '%s' '{"id":"1"}' | openssl dgst -sha256 -hmac secret`.
    private const string Known = "format=sha256,v=6146142a2ce0159e84c0767881e4ec80bc397da62526e7d19f70795eb79460c0";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"id":"1"}""");

    [Theory]
    [InlineData(Known, true)]
    [InlineData("FORMAT=SHA256, v=6146142A2CE0159E84C0767881E4EC80BC397DA62526E7D19F70795EB79460C0", true)]
    [InlineData("v=6146142a2ce0159e84c0767881e4ec80bc397da62526e7d19f70795eb79460c0", false)]
    [InlineData("format=sha1,v=6146142a2ce0159e84c0767881e4ec80bc397da62526e7d19f70795eb79460c0", false)]
    [InlineData("format=sha256", false)]
    [InlineData("format=sha256,v=", false)]
    [InlineData("format=sha256,v=zz46142a2ce0159e84c0767881e4ec80bc397da62526e7d19f70795eb79460c0", false)]
    [InlineData("format=sha256,v=0046142a2ce0159e84c0767881e4ec80bc397da62526e7d19f70795eb79460c0", false)]
    public void Nothing_but_the_right_one_is_valid(string header, bool expected) =>
        Assert.Equal(expected, WebhookSignature.IsValid([header], Body, ["secret"]));

    [Theory]
    [InlineData("new", true)]
    [InlineData("old", true)]
    [InlineData("other", false)]
    public void While_a_secret_is_changed_either_counts(string secret, bool expected) =>
        Assert.Equal(expected, WebhookSignature.IsValid([TrutoSignature.Sign(Body, secret)], Body, ["new", "old"]));

    [Theory]
    [InlineData(
        "format=sha256,v=0000000000000000000000000000000000000000000000000000000000000000,"
            + "v=6146142a2ce0159e84c0767881e4ec80bc397da62526e7d19f70795eb79460c0")]
    [InlineData("format=sha256,v=00," + Known)]
    [InlineData(Known + ", format=sha512,v=00")]
    [InlineData("format=sha512,v=00; " + Known)]
    public void Of_several_signatures_in_a_header_one_has_to_be_right(string header) =>
        Assert.True(WebhookSignature.IsValid([header], Body, ["secret"]));

    [Fact]
    public void Several_headers_are_as_good_as_one() =>
        Assert.True(WebhookSignature.IsValid(["format=sha256,v=00", Known], Body, ["secret"]));

    [Fact]
    public void A_value_of_another_format_does_not_count() => Assert.False(
        WebhookSignature.IsValid(
            [Known.Replace("format=sha256", "format=sha256,format=sha1", StringComparison.Ordinal)], Body, ["secret"]));
}
