using System.Globalization;
using System.Text;
using System.Xml;

namespace Azure.Data.Tables;

/// <summary>Values as literals of the service's filter language.</summary>
internal static class ODataFilter
{
    public static string Create(FormattableString filter)
    {
        if (filter is null)
        {
            return null;
        }

        object[] literals = Array.ConvertAll(filter.GetArguments(), argument => (object)Literal(argument));
        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    public static string Literal(object value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        sbyte or byte or short or ushort or int or uint or decimal or float or double =>
            Convert.ToString(value, CultureInfo.InvariantCulture),
        long or ulong => Convert.ToString(value, CultureInfo.InvariantCulture) + "L",
        Guid id => $"guid'{id}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexString(data.ToMemory().Span)}'",
        DateTimeOffset time => Time(time.UtcDateTime),
        DateTime time => Time(time.ToUniversalTime()),
        string or char or StringBuilder => $"'{EscapeQuotes(value.ToString())}'",
        _ => throw new ArgumentException($"Unable to convert {value.GetType()} to an OData literal."),
    };

    public static string EscapeQuotes(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static string Time(DateTime utc) =>
        $"datetime'{XmlConvert.ToString(utc, XmlDateTimeSerializationMode.RoundtripKind)}'";
}
