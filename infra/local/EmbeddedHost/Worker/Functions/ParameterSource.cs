namespace FuseDeskFlows.EmbeddedHost.Worker.Functions;

/// <summary>Gets a parameter's value for one run.</summary>
/// <param name="invocation">The run.</param>
/// <returns>The value.</returns>
internal delegate ValueTask<object?> ParameterSource(EmbeddedFunctionContext invocation);
