namespace LocalFunctionsHost.Worker;

/// <summary>A function failed in the worker. The durable extension reads the failure's details from the message.</summary>
/// <param name="result">What the worker calls the outcome.</param>
/// <param name="message">The message that the worker sent; of durable functions, JSON.</param>
/// <param name="stack">The stack trace that the worker sent.</param>
public sealed class FunctionFailedException(string result, string message, string stack)
    : Exception($"Result: {result}\nException: {message}\nStack: {stack}");
