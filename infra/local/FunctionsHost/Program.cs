using System.Runtime.InteropServices;
using LocalFunctionsHost;

using var stopping = new CancellationTokenSource();

void Stop(PosixSignalContext signal)
{
    // The second one ends the process at once.
    signal.Cancel = !stopping.IsCancellationRequested;
    stopping.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var setup = new HostSetup
{
    WorkingDirectory = Directory.GetCurrentDirectory(),
    Input = Console.In,
    Output = Console.Out,
    Error = Console.Error,
};
return await HostProgram.RunAsync(args, setup, stopping.Token);
