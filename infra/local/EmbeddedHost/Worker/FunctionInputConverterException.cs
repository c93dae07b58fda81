namespace Microsoft.Azure.Functions.Worker;

/// <summary>A parameter could not be given its value.</summary>
public class FunctionInputConverterException : FunctionWorkerException
{
    internal FunctionInputConverterException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
