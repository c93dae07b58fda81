namespace FuseDeskFlows.EmbeddedHost.Worker.Functions;

/// <summary>An HTTP request.</summary>
/// <param name="Route">The whole route template, with the route prefix and without a leading slash.</param>
/// <param name="Methods">Upper-case methods; none means all.</param>
internal sealed record HttpFunctionTrigger(string Route, IReadOnlyList<string> Methods) : FunctionTrigger
{
    public override string Describe(string baseAddress) =>
        $"[{(Methods.Count == 0 ? "*" : string.Join(',', Methods))}] {baseAddress}/{Route}";
}
