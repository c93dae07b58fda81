using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Settings;

/// <summary>
/// The one form of durations in settings. .NET would also take <c>60</c> and <c>24:00:00</c>, as 60 and as 24 days, which nobody means.
/// </summary>
internal static partial class DurationSettings
{
    private const string Rule =
        "must be a duration: hh:mm:ss for less than 24 hours, such as 00:00:30, or d.hh:mm:ss, such as 1.00:00:00";

    /// <summary>Adds options whose durations are of the one form; all that is wrong with them is told when the host starts.</summary>
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
        var faults = Faults(typeof(TOptions), section).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var start = section is IConfigurationSection { Path: { } path } ? path.Length + 1 : 0;
        var good = section.AsEnumerable()
            .Where(setting => setting.Key.Length > start && !faults.Contains(setting.Key))
            .Select(setting => KeyValuePair.Create(setting.Key[start..], setting.Value));
        return new ConfigurationBuilder().AddInMemoryCollection(good).Build();
    }

    private static IEnumerable<string> Faults(Type type, IConfiguration section) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property =>
        {
            var name = property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name;
            return FaultsOf(property.PropertyType, section.GetSection(name));
        });

    private static IEnumerable<string> FaultsOf(Type type, IConfigurationSection section)
    {
        if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(TimeSpan))
        {
            return section.Value is { } text && !Form().IsMatch(text) ? [section.Path] : [];
        }

        // A dictionary of options by name.
        if (type.IsGenericType && type.GetGenericArguments() is [_, var item] && IsOwn(item))
        {
            return section.GetChildren().SelectMany(child => FaultsOf(item, child));
        }

        return IsOwn(type) ? Faults(type, section) : [];
    }

    private static bool IsOwn(Type type) =>
        type is { IsClass: true, IsGenericType: false } && type.Assembly == typeof(DurationSettings).Assembly;

    [GeneratedRegex(
        @"^([0-9]{1,6}\.)?([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,7})?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Form();

    private sealed class Validator<TOptions>(IConfiguration section) : IValidateOptions<TOptions>
        where TOptions : class
    {
        public ValidateOptionsResult Validate(string? name, TOptions options)
        {
            var faults = Faults(typeof(TOptions), section).Select(setting => $"{setting} {Rule}").ToList();
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}
