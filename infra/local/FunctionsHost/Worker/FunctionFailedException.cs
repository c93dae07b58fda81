namespace LocalFunctionsHost.Worker;

/// <summary>A function failed in the worker. The durable extension reads the failure's details from the message.</summary>
internal sealed class FunctionFailedException(StatusResult result)
    : Exception($"Result: {result.Status}\nException: {result.Exception?.Message}\nStack: {result.Exception?.StackTrace}");
