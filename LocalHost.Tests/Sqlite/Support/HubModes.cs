namespace LocalHost.Tests.Sqlite.Support;

public static class HubModes
{
    public static TheoryData<HubMode> All => [.. Enum.GetValues<HubMode>()];
}
