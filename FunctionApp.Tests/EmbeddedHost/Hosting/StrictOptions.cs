using System.ComponentModel.DataAnnotations;

namespace FuseDeskFlows.Tests.EmbeddedHost.Hosting;

internal sealed class StrictOptions
{
    [Required(ErrorMessage = "Strict:Name must be set.")]
    public string? Name { get; init; }

    public TimeSpan Patience { get; init; }
}
