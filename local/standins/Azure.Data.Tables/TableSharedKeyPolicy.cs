using System.Globalization;
using System.Web;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>Signs each try of a request with the account's key: "Shared Key Lite for the Table service".</summary>
internal sealed class TableSharedKeyPolicy(TableSharedKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        string date = TimeProvider.System.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        string resource = CanonicalResource(message.Request.Uri.ToUri(), credential.AccountName);
        string signature = credential.Sign($"{date}\n{resource}");
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {credential.AccountName}:{signature}");
    }

    /// <summary>
    /// The account and the path as it is sent (the emulator's path begins with the account again); of the query only
    /// <c>comp</c> is signed.
    /// </summary>
    private static string CanonicalResource(Uri uri, string account)
    {
        string comp = uri.Query.Contains("comp=", StringComparison.Ordinal)
            ? HttpUtility.ParseQueryString(uri.Query)["comp"]
            : null;
        return comp is null ? $"/{account}{uri.AbsolutePath}" : $"/{account}{uri.AbsolutePath}?comp={comp}";
    }
}
