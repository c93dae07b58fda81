using System.Security.Cryptography;
using System.Text;
using FuseDeskFlows.Activities.Writes;

namespace FuseDeskFlows.Orchestrations.Writes.Targets;

/// <summary>
/// What an approval is bound to: SHA-256 over the tool, the exact arguments in their canonical form, and the state of the target that a
/// person saw them on.
/// </summary>
internal static class WriteHash
{
    /// <param name="plan">The write.</param>
    /// <param name="target">The target's state; null where it is new, or cannot be read.</param>
    /// <returns>64 hexadecimal digits.</returns>
    public static string Of(WritePlan plan, WriteTarget? target)
    {
        var text = new StringBuilder().Append(plan.Tool).Append('\n').Append(plan.Arguments).Append('\n');
        foreach (var (field, value) in TargetComparison.Compared(plan, target))
        {
            text.Append(field).Append('=').Append(value).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
