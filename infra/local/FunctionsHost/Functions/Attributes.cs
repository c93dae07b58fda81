using System.Reflection.Emit;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;

namespace LocalFunctionsHost.Functions;

/// <summary>Attributes, to be emitted.</summary>
internal static class Attributes
{
    /// <summary>An attribute with the properties that have a value.</summary>
    public static CustomAttributeBuilder Build<T>(object[] arguments, params (string Name, string? Value)[] properties)
    {
        var set = properties.Where(property => property.Value is not null).ToArray();
        return new CustomAttributeBuilder(
            typeof(T).GetConstructor([.. arguments.Select(argument => argument.GetType())])!,
            arguments,
            [.. set.Select(property => typeof(T).GetProperty(property.Name)!)],
            [.. set.Select(property => property.Value)]);
    }

    /// <summary>A durable client of a function.</summary>
    public static CustomAttributeBuilder DurableClient(BindingEntry client) => Build<DurableClientAttribute>(
        [],
        (nameof(DurableClientAttribute.TaskHub), client.Text("taskHub")),
        (nameof(DurableClientAttribute.ConnectionName), client.Text("connectionName")));
}
