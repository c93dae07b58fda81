using System.Security.Cryptography;

namespace FuseDeskFlows.EmbeddedHost.Hosting.State;

/// <summary>The system key of the durable webhooks: made once, kept in the state folder, so that addresses stay the same.</summary>
internal static class SystemKey
{
    /// <summary>Reads the key, or makes it.</summary>
    public static string Of(StateFolder state)
    {
        var file = state.File("durabletask.key");
        if (File.Exists(file) && File.ReadAllText(file) is { Length: > 0 } key)
        {
            return key;
        }

        key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(40)).Replace('+', '-').Replace('/', '_');
        File.WriteAllText(file, key);
        return key;
    }
}
