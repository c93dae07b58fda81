using System.Runtime.InteropServices;
using LocalFunctionsHost;
using LocalFunctionsHost.Commands;

using var stopping = new CancellationTokenSource();

void Stop(PosixSignalContext signal)
{
    // The second one ends the process at once.
    signal.Cancel = !stopping.IsCancellationRequested;
    stopping.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await HostProgram.RunAsync(
    new HostSetup
    {
        WorkingDirectory = Directory.GetCurrentDirectory(),
        Arguments = args,
        Output = Console.Out,
        Error = Console.Error,
    },
    stopping.Token);
