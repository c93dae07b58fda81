using FuseDeskFlows.EmbeddedHost.Hosting.Commands;
using FuseDeskFlows.EmbeddedHost.Hosting.Configuration;
using Microsoft.Extensions.Configuration;

namespace FuseDeskFlows.EmbeddedHost.Hosting;

/// <summary>What the host is to do. A problem found here is kept until the start, which reports it.</summary>
internal sealed class HostPlan
{
    private HostPlan(ConfigurationManager settings) => Settings = settings;

    /// <summary>The app's settings; the sandbox adds its own when the host starts.</summary>
    public ConfigurationManager Settings { get; }

    /// <summary>What the command line asks for.</summary>
    public HostCommand Command { get; private set; } = new HelpCommand();

    /// <summary>Why the host cannot start; null if nothing is known against it.</summary>
    public HostStartException? Problem { get; private set; }

    /// <summary>Whether the app asked for ASP.NET Core's types.</summary>
    public bool UsesAspNetCore { get; set; }

    /// <summary>Shared by all parts of the host.</summary>
    public HostRuntime Runtime { get; } = new();

    /// <summary>Reads the command line and the files of settings.</summary>
    public static HostPlan Make(string[] args, HostSetup setup, ConfigurationManager settings)
    {
        var plan = new HostPlan(settings);
        try
        {
            plan.Command = CommandLine.Parse(args);
            settings.AddInMemoryCollection(LocalSettingsFile.Read(setup.WorkingDirectory, setup.OutputDirectory));
            if (setup.ReadEnvironment)
            {
                settings.AddEnvironmentVariables();
            }

            plan.Runtime.HostJson = HostJsonFile.Read(setup.OutputDirectory, settings);
        }
        catch (HostStartException e)
        {
            plan.Problem = e;
        }

        return plan;
    }
}
