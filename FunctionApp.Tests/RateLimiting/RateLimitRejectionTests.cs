using System.Text.Json;
using FuseDeskFlows.RateLimiting;

namespace FuseDeskFlows.Tests.RateLimiting;

public sealed class RateLimitRejectionTests
{
    public static TheoryData<RateLimitScope> Scopes => [.. Enum.GetValues<RateLimitScope>()];

    [Theory]
    [MemberData(nameof(Scopes))]
    public void A_quotas_owner_is_named_as_its_scope_is_stored(RateLimitScope scope) =>
        Assert.Equal(JsonSerializer.SerializeToElement(scope).GetString(), new RateLimitRejection { Scope = scope }.Owner);
}
