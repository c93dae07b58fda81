namespace LocalFunctionsHost.Worker;

/// <summary>An exception that the worker logged; all of it is in the text.</summary>
internal sealed class WorkerLogException(string text) : Exception(text)
{
    public override string ToString() => Message;
}
