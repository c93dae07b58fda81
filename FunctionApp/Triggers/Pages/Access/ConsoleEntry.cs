using FuseDeskFlows.Triggers.Pages.Http;
using Microsoft.AspNetCore.Http;

namespace FuseDeskFlows.Triggers.Pages.Access;

/// <summary>What became of somebody's wish to see the console.</summary>
/// <param name="User">Who it is; null for somebody who may not.</param>
/// <param name="Refusal">What to answer then; null for somebody who may.</param>
internal readonly record struct ConsoleEntry(ConsoleUser? User, IResult? Refusal)
{
    public static implicit operator ConsoleEntry(ConsoleUser user) => new(user, null);

    public static ConsoleEntry Refuse(IResult answer) => new(null, answer);
}
