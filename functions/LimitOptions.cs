using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Intake;

/// <summary>
/// Limits as settings: each class of them is a section, each property a positive whole number. They are read when the
/// service starts, which it does not with a setting that is wrong.
/// </summary>
internal static class LimitOptions
{
    /// <exception cref="InvalidOperationException">A setting names no limit, or is no positive whole number.</exception>
    public static IServiceCollection AddLimits<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class, new()
    {
        // By hand: the binder takes the variable MAIL of a Unix shell for a value of the whole section, and fails on it.
        var limits = new T();
        foreach (var setting in configuration.GetSection(section).GetChildren())
        {
            var limit = Of(typeof(T)).FirstOrDefault(each => each.Name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase))
                ?? throw new InvalidOperationException($"There is no limit {setting.Path}. There are: {string.Join(", ", Of(typeof(T)).Select(each => each.Name))}.");
            if (!long.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                || value < 1 || (limit.PropertyType == typeof(int) && value > int.MaxValue))
            {
                throw new InvalidOperationException($"The setting {setting.Path} must be a positive whole number, not '{setting.Value}'.");
            }

            limit.SetValue(limits, Convert.ChangeType(value, limit.PropertyType, CultureInfo.InvariantCulture));
        }

        return services.AddSingleton(limits);
    }

    /// <summary>The limits in a class: every whole number that can be set.</summary>
    public static IEnumerable<PropertyInfo> Of(Type limits) => limits.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite && (property.PropertyType == typeof(int) || property.PropertyType == typeof(long)));
}
