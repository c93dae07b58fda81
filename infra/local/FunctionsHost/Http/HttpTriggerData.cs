namespace LocalFunctionsHost.Http;

/// <summary>What the worker is told of a request, beside the request itself.</summary>
internal static class HttpTriggerData
{
    /// <summary>The trigger's value: the route's values, if the worker wants them.</summary>
    public static TypedData Value(HttpContext http, WorkerConnection worker)
    {
        var value = new RpcHttp();
        foreach (var (name, text) in worker.Can("RequiresRouteParameters") ? RouteValues(http) : [])
        {
            if (worker.Can("UseNullableValueDictionaryForHttp"))
            {
                value.NullableParams[name] = new NullableString { Value = text };
            }
            else
            {
                value.Params[name] = text;
            }
        }

        return new TypedData { Http = value };
    }

    public static IReadOnlyDictionary<string, object?> Metadata(HttpContext http)
    {
        var data = RouteValues(http).ToDictionary(value => value.Name, object? (value) => value.Text, StringComparer.OrdinalIgnoreCase);
        data["Query"] = http.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        data["Headers"] = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return data;
    }

    private static IEnumerable<(string Name, string Text)> RouteValues(HttpContext http) => http.GetRouteData().Values
        .Where(value => value.Value is not null)
        .Select(value => (value.Key, value.Value!.ToString()!));
}
