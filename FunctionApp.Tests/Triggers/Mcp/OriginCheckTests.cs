using FuseDeskFlows.Triggers.Mcp;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Tests.Triggers.Mcp;

public sealed class OriginCheckTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("http://localhost:6274", true)]
    [InlineData("https://127.0.0.1", true)]
    [InlineData("https://chat.example.com", true)]
    [InlineData("https://CHAT.example.com", true)]
    [InlineData("https://other.example.com", true)]
    [InlineData("http://chat.example.com", false)]
    [InlineData("https://chat.example.com.evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("http://localhost.evil.example", false)]
    [InlineData("null", false)]
    [InlineData("", false)]
    public void A_page_may_call_from_this_machine_and_from_the_origins_of_the_settings(string? origin, bool allowed)
    {
        IHeaderDictionary headers = new HeaderDictionary();
        if (origin is not null)
        {
            headers.Origin = origin;
        }

        Assert.Equal(allowed, OriginCheck.Allows(headers, "https://chat.example.com, https://other.example.com/"));
    }
}
