using System.Text;

namespace DurableSqlite.Queries;

/// <summary>Where a list goes on: the last id of the page, in characters that every header takes.</summary>
internal static class ContinuationToken
{
    public static string Write(string instanceId) => Convert.ToBase64String(Encoding.UTF8.GetBytes(instanceId));

    /// <summary>False where it is no token of ours. No token is the list's beginning.</summary>
    public static bool TryRead(string? token, out string? instanceId)
    {
        instanceId = null;
        if (string.IsNullOrEmpty(token))
        {
            return true;
        }

        var bytes = new byte[token.Length];
        if (!Convert.TryFromBase64String(token, bytes, out var length))
        {
            return false;
        }

        instanceId = Encoding.UTF8.GetString(bytes, 0, length);
        return true;
    }
}
