using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using FromBodyAttribute = Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute;

namespace FuseDeskFlows.Tests.EmbeddedHost.Http;

internal sealed class HttpSamples(ScopedThing thing)
{
    [Function("Hello")]
    public static string Hello([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => $"Hello {request.Query["name"]}";

    [Function("Typed")]
    public static IActionResult Typed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "typed/{id:int}/{key?}")] HttpRequest request, int id, Guid? key, string? filter, int top = 7) =>
        new OkObjectResult(new { Id = id, Key = key, Filter = filter, Top = top });

    [Function("Post")]
    public static IResult Post([HttpTrigger("post", Route = "same")] HttpRequest request, [FromBody] Letter letter) => Results.Json(letter, statusCode: 201);

    [Function("Get")]
    public static Letter Get([HttpTrigger("get", Route = "same")] HttpRequest request) => new("poco", 3);

    [Function("Nothing")]
    public static Task Nothing([HttpTrigger("get")] HttpRequest request) => Task.CompletedTask;

    [Function("Any")]
    public static string Any([HttpTrigger(Route = "any/{*rest}")] HttpRequest request, string? rest) => $"{request.Method} {rest}";

    [Function("Fails")]
    public static IActionResult Fails([HttpTrigger("get")] HttpRequest request) => throw new InvalidOperationException("secret detail");

    [Function("Scoped")]
    public async Task<string> Scoped([HttpTrigger("get")] HttpRequest request, FunctionContext context, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var same = ReferenceEquals(context.InstanceServices.GetService(typeof(ScopedThing)), thing);
        var http = ReferenceEquals(context.GetHttpContext(), request.HttpContext);
        return string.Create(CultureInfo.InvariantCulture, $"{context.FunctionDefinition.Name} {same} {http} {cancellationToken.CanBeCanceled} {context.Items["middleware"]}");
    }
}
