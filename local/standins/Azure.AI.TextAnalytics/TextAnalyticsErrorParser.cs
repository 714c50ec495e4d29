using System.Text.Json;
using Azure.Core;

namespace Azure.AI.TextAnalytics;

/// <summary>Reads <c>{"error":{"code":"…","message":"…","innererror":{…}}}</c>.</summary>
internal sealed class TextAnalyticsErrorParser : RequestFailedDetailsParser
{
    public override bool TryParse(Response response, out ResponseError error, out IDictionary<string, string> data)
    {
        error = null;
        data = null;
        if (response.ContentStream is null)
        {
            return false;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(response.Content.ToMemory());
            TextAnalyticsError details = AnalyzeTextResponse.Error(document.RootElement.GetProperty("error"));
            error = new ResponseError(details.ErrorCode.ToString(), details.Message);
            return true;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // Not the service's JSON (a proxy's page): the status and headers still make the exception.
            return false;
        }
    }
}
