using System.Globalization;

namespace FuseDeskFlows.Tests.EndToEnd.Digest;

/// <summary>Days of the sandbox's data in which many cases were opened, at whatever hour the tests run.</summary>
internal static class DigestDays
{
    /// <summary>The day from which on more cases were opened than a batch of a digest takes; one day alone may have none.</summary>
    public static string From => DateTime.UtcNow.AddDays(-3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
