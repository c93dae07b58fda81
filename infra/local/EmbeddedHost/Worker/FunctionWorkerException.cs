namespace Microsoft.Azure.Functions.Worker;

/// <summary>The worker could not run a function.</summary>
public class FunctionWorkerException : Exception
{
    internal FunctionWorkerException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
