using System.Reflection;

namespace FuseDeskFlows.EmbeddedHost.Worker.Functions;

/// <summary>Knows one kind of trigger: what it is made of, and which parameters its functions may have.</summary>
internal interface ITriggerBinder
{
    /// <summary>The attribute that marks the trigger's parameter.</summary>
    Type AttributeType { get; }

    /// <summary>Reads the trigger.</summary>
    /// <exception cref="Hosting.HostStartException">It is declared wrongly; the message does not yet name the function.</exception>
    FunctionTrigger Read(string functionName, ParameterInfo parameter, Attribute attribute);

    /// <summary>The source of a parameter, or null if this trigger cannot give it a value.</summary>
    ParameterSource? Bind(ParameterInfo parameter, bool isTrigger);
}
