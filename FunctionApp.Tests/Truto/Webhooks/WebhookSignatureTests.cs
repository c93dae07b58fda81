using System.Text;
using FuseDeskFlows.Truto.Webhooks;

namespace FuseDeskFlows.Tests.Truto.Webhooks;

public sealed class WebhookSignatureTests
{
    // From `printf '%s' '{"id":"1"}' | openssl dgst -sha256 -hmac secret`.
    private const string Known = "format=sha256,v=6146142a2ce0159e84c0767881e4ec80bc397da62526e7d19f70795eb79460c0";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"id":"1"}""");

    [Fact]
    public void It_is_what_openssl_computes() => Assert.Equal(Known, WebhookSignature.Sign(Body, "secret"));

    [Theory]
    [InlineData(Known, true)]
    [InlineData("FORMAT=SHA256, v=6146142A2CE0159E84C0767881E4EC80BC397DA62526E7D19F70795EB79460C0", true)]
    [InlineData("v=6146142a2ce0159e84c0767881e4ec80bc397da62526e7d19f70795eb79460c0", false)]
    [InlineData("format=sha1,v=6146142a2ce0159e84c0767881e4ec80bc397da62526e7d19f70795eb79460c0", false)]
    [InlineData("format=sha256", false)]
    [InlineData("format=sha256,v=", false)]
    [InlineData("format=sha256,v=zz46142a2ce0159e84c0767881e4ec80bc397da62526e7d19f70795eb79460c0", false)]
    [InlineData("format=sha256,v=0046142a2ce0159e84c0767881e4ec80bc397da62526e7d19f70795eb79460c0", false)]
    public void Nothing_but_the_right_one_is_valid(string header, bool expected) => Assert.Equal(expected, WebhookSignature.IsValid(header, Body, "secret"));
}
