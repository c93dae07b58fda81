using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Settings;

/// <summary>
/// Options whose settings are checked before they are read. Reading would end at the first that cannot be read, without its whole name and
/// with its value, which may be a secret that stands at the wrong place.
/// </summary>
internal static class CheckedSettings
{
    /// <summary>Adds options; all that is wrong with their settings is told when the host starts.</summary>
    /// <typeparam name="TOptions">The options.</typeparam>
    public static OptionsBuilder<TOptions> AddCheckedOptions<TOptions>(this IServiceCollection services, IConfiguration section)
        where TOptions : class
    {
        services.AddSingleton<IValidateOptions<TOptions>>(new Validator<TOptions>(section));
        return services.AddOptions<TOptions>().Configure(options => WithoutFaults<TOptions>(section).Bind(options)).ValidateOnStart();
    }

    // What is told to be wrong is not read: it would end the reading, and with it the list of what else is wrong.
    private static IConfigurationRoot WithoutFaults<TOptions>(IConfiguration section)
    {
        var faults = Faults(typeof(TOptions), section).Select(fault => fault.Setting).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var start = section is IConfigurationSection { Path: { } path } ? path.Length + 1 : 0;
        var good = section.AsEnumerable()
            .Where(setting => setting.Key.Length > start && !faults.Contains(setting.Key))
            .Select(setting => KeyValuePair.Create(setting.Key[start..], setting.Value));
        return new ConfigurationBuilder().AddInMemoryCollection(good).Build();
    }

    private static IEnumerable<(string Setting, string Rule)> Faults(Type type, IConfiguration section) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property =>
        {
            var name = property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name;
            return FaultsOf(property.PropertyType, section.GetSection(name));
        });

    private static IEnumerable<(string Setting, string Rule)> FaultsOf(Type type, IConfigurationSection section)
    {
        if (SettingRule.Of(type) is { } rule)
        {
            return section.Value is { } text && !rule.IsKept(text) ? [(section.Path, rule.Text)] : [];
        }

        // A dictionary of options by name.
        if (type.IsGenericType && type.GetGenericArguments() is [_, var item] && IsOwn(item))
        {
            return section.GetChildren().SelectMany(child => FaultsOf(item, child));
        }

        return IsOwn(type) ? Faults(type, section) : [];
    }

    private static bool IsOwn(Type type) =>
        type is { IsClass: true, IsGenericType: false } && type.Assembly == typeof(CheckedSettings).Assembly;

    private sealed class Validator<TOptions>(IConfiguration section) : IValidateOptions<TOptions>
        where TOptions : class
    {
        public ValidateOptionsResult Validate(string? name, TOptions options)
        {
            var faults = Faults(typeof(TOptions), section).Select(fault => $"{fault.Setting} {fault.Rule}").ToList();
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}
