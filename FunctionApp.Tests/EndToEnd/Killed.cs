namespace FuseDeskFlows.Tests.EndToEnd;

/// <summary>Which of the app's processes is killed.</summary>
internal enum Killed
{
    /// <summary>Both, as when the machine fails.</summary>
    Both,

    /// <summary>The host alone; its worker lives on until the next host finds it.</summary>
    Host,

    /// <summary>The worker alone; the host starts another one.</summary>
    Worker,
}
