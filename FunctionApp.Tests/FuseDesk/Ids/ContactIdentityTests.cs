using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Tests.FuseDesk.Ids;

public sealed class ContactIdentityTests
{
    [Theory]
    [InlineData("c-1", 7L, "C-1", null, true)]
    [InlineData("c-1", 7L, "c-1", 8L, true)]
    [InlineData("c-1", 7L, "c-2", 7L, false)]
    [InlineData("c-1", 7L, null, 7L, true)]
    [InlineData("c-1", 7L, null, 8L, false)]
    [InlineData("c-1", null, null, 7L, null)]
    [InlineData("c-1", 7L, null, null, null)]
    [InlineData(null, 7L, "c-1", 7L, true)]
    [InlineData(null, 7L, "c-1", null, null)]
    public void Fusedesks_own_id_decides_and_the_crms_number_where_one_side_lacks_it(
        string? id, long? crm, string? named, long? namedCrm, bool? expected)
    {
        var contact = new ContactIdentity(id is null ? null : new(id), crm is { } number ? new(number) : null);

        Assert.Equal(expected, contact.IsNamedBy(named is null ? null : new(named), namedCrm is { } other ? new(other) : null));
    }
}
