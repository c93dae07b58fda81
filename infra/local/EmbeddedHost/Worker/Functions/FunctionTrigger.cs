namespace FuseDeskFlows.EmbeddedHost.Worker.Functions;

/// <summary>What starts a function.</summary>
internal abstract record FunctionTrigger
{
    /// <summary>The line of the start-up list, after the function's name.</summary>
    public abstract string Describe(string baseAddress);
}
