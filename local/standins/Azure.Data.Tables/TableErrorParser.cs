using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>
/// Reads <c>{"odata.error":{"code":"…","message":{"value":"…"}}}</c>. In a transaction the message begins with the place
/// of the step that failed, as in <c>3:The specified entity already exists.</c>
/// </summary>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    public const string FailedEntity = "FailedEntity";

    public override bool TryParse(Response response, out ResponseError error, out IDictionary<string, string> data)
    {
        error = null;
        data = null;
        if (response.ContentStream is null || response.Content.ToMemory().IsEmpty)
        {
            return false;
        }

        string code;
        string message;
        try
        {
            using JsonDocument document = JsonDocument.Parse(response.Content.ToMemory());
            JsonElement details = document.RootElement.GetProperty("odata.error");
            code = details.GetProperty("code").GetString();
            message = details.GetProperty("message").GetProperty("value").GetString();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // Not the service's JSON (a proxy's page, or XML): the status and headers still make the exception.
            return false;
        }

        data = new Dictionary<string, string>();
        int colon = message.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            data[FailedEntity] = message[..colon];
        }

        error = new ResponseError(code, message);
        return true;
    }
}
