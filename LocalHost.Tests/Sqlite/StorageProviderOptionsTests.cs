using DurableSqlite.Functions;

namespace LocalHost.Tests.Sqlite;

public sealed class StorageProviderOptionsTests
{
    [Theory]
    [InlineData("hubs/{hub}.db", "App", "/app/hubs/App.db")]
    [InlineData("hubs/{hub}.db", "Other", "/app/hubs/Other.db")]
    [InlineData("durable.db", "App", "/app/durable.db")]
    [InlineData("durable.db", "Other", "/app/durable.Other.db")]
    [InlineData("/state/durable.db", "app", "/state/durable.db")]
    [InlineData(null, "App", "/app/.durable/App.db")]
    public void A_hub_has_a_file_relative_to_the_app(string? path, string hub, string expected) =>
        Assert.Equal(expected, Read(("path", path)).FileOf(hub, "App", "/app"));

    [Theory]
    [InlineData("../x")]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\n")]
    public void A_hub_name_is_no_path(string hub) =>
        Assert.Throws<ArgumentException>(() => Read(("path", "{hub}.db")).FileOf(hub, "App", "/app"));

    [Theory]
    [InlineData("30.00:00:00", 30.0)]
    [InlineData("12:00:00", 0.5)]
    [InlineData(null, null)]
    public void A_retention_is_a_time(string? text, double? days) =>
        Assert.Equal(days, Read(("retention", text)).Retention?.TotalDays);

    [Theory]
    [InlineData("retention", "a month")]
    [InlineData("retention", "00:00:00")]
    [InlineData("retention", "60")]
    [InlineData("retention", "24:00:00")]
    [InlineData("retention", "-1.00:00:00")]
    [InlineData("path", " ")]
    [InlineData("path", "folder/")]
    public void What_cannot_be_read_is_named(string setting, string value)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Read((setting, value)));

        Assert.Contains($"extensions.durableTask.storageProvider.{setting}", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"\"{value}\"", refused.Message, StringComparison.Ordinal);
    }

    private static StorageProviderOptions Read((string Name, string? Value) setting)
    {
        Dictionary<string, object> settings = new(StringComparer.OrdinalIgnoreCase) { ["type"] = "sqlite", ["partitionCount"] = "4" };
        if (setting.Value is not null)
        {
            settings.Add(setting.Name, setting.Value);
        }

        return StorageProviderOptions.Read(settings);
    }
}
