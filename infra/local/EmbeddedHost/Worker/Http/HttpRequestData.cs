namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>An HTTP request as the worker sees it without ASP.NET Core.</summary>
public abstract class HttpRequestData
{
    private protected HttpRequestData()
    {
    }

    /// <summary>The request's full address.</summary>
    public abstract Uri Url { get; }
}
