using FuseDeskFlows.EmbeddedHost.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>The start of a functions app.</summary>
public class FunctionsApplication
{
    internal FunctionsApplication()
    {
    }

    /// <summary>Starts to build the app.</summary>
    /// <param name="args">The command line; <c>--help</c> tells what the embedded host takes.</param>
    /// <returns>The builder.</returns>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args, HostSetup.FromProcess());
}
