using System.Reflection;
using System.Text.Json.Serialization;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Triage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Tests.Histories;

/// <summary>What histories and entities hold has its name written beside it: renaming code does not change what is stored.</summary>
public sealed class StoredNamesTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Assembly App = typeof(CaseTriage).Assembly;
    private static readonly Type[] Entities = [.. App.GetTypes().Where(type => typeof(ITaskEntity).IsAssignableFrom(type))];

    [Fact]
    public void Every_stored_property_and_enum_member_has_an_explicit_name()
    {
        var stored = new HashSet<Type>();
        foreach (var type in Roots())
        {
            Collect(type, stored);
        }

        Assert.NotEmpty(stored);
        Assert.Empty(stored.SelectMany(Unnamed).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_entitys_operations_are_the_methods_that_its_constants_name()
    {
        Assert.NotEmpty(Entities);
        Assert.All(Entities, entity => Assert.Equal(
            Operations(entity).Select(method => method.Name).Order(StringComparer.Ordinal),
            entity.GetFields(Declared)
                .Where(field => field.IsLiteral && field.Name.EndsWith("Operation", StringComparison.Ordinal))
                .Select(field => (string)field.GetRawConstantValue()!)
                .Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_run_that_is_out_of_quota_is_known_by_its_exceptions_name() =>
        Assert.Equal(OutOfQuotaException.ErrorType, typeof(OutOfQuotaException).Name);

    // What functions take and give back, and what entities keep, take and give back.
    private static IEnumerable<Type> Roots()
    {
        var functions = App.GetTypes().SelectMany(type => type.GetMethods(Declared)).Where(method =>
            method.GetParameters().Any(parameter =>
                parameter.GetCustomAttribute<ActivityTriggerAttribute>() is not null
                || parameter.GetCustomAttribute<OrchestrationTriggerAttribute>() is not null)).ToList();
        var operations = Entities.SelectMany(Operations).ToList();
        return
        [
            .. functions.SelectMany(method => method.GetParameters())
                .Where(parameter => parameter.GetCustomAttribute<ActivityTriggerAttribute>() is not null)
                .Concat(operations.SelectMany(method => method.GetParameters()))
                .Select(parameter => parameter.ParameterType),
            .. functions.Concat(operations).Select(method => method.ReturnType),
            .. Flow.InputTypes,
            .. Entities.Select(entity => AppFunctions.StateOf(entity.Name)),
        ];
    }

    private static IEnumerable<MethodInfo> Operations(Type entity) =>
        entity.GetMethods(Declared).Where(method => !method.IsStatic && method.GetCustomAttribute<FunctionAttribute>() is null);

    private static void Collect(Type type, HashSet<Type> stored)
    {
        foreach (var part in type.HasElementType ? [type.GetElementType()!] : type.GetGenericArguments())
        {
            Collect(part, stored);
        }

        var isWrittenByConverter = !type.IsEnum && type.GetCustomAttribute<JsonConverterAttribute>() is not null;
        if (type.Assembly != App || isWrittenByConverter || !stored.Add(type))
        {
            return;
        }

        foreach (var property in Properties(type))
        {
            Collect(property.PropertyType, stored);
        }
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null);

    private static IEnumerable<string> Unnamed(Type type) => type.IsEnum
        ? type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(member => member.GetCustomAttribute<JsonStringEnumMemberNameAttribute>() is null
                || type.GetCustomAttribute<JsonConverterAttribute>() is null)
            .Select(member => $"{type.Name}.{member.Name}")
        : Properties(type)
            .Where(property => property.GetCustomAttribute<JsonPropertyNameAttribute>() is null)
            .Select(property => $"{type.Name}.{property.Name}");
}
