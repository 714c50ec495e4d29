using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Intake.Receive;
using Microsoft.AspNetCore.WebUtilities;

namespace Intake.Pages.Forms;

/// <summary>
/// A file that is with us already and goes into what is sent next, unless the person takes its mark away: from a try that had
/// a mistake, or from the revision before. The form carries it, signed, so nothing else remembers it.
/// </summary>
/// <param name="Draft">Its name among the drafts; null when it is an original.</param>
/// <param name="Upload">Of the original.</param>
/// <param name="Number">Of the original, in its upload.</param>
/// <param name="Until">When it cannot be used any more.</param>
public sealed record KeptFile(string? Draft, string? Upload, int Number, Document Document, DateTimeOffset Until)
{
    public const string Field = "kept";

    /// <summary>Longer ones are none of ours.</summary>
    private const int MaxLength = 4_000;

    public async Task<string> WriteAsync(Receipts receipts, string form, CancellationToken cancellation)
    {
        var said = WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(this, Json.Options));
        return $"{said}.{await receipts.SignAsync($"file|{form}|{said}", cancellation)}";
    }

    /// <summary>Null when we did not make it for this form, or too long ago.</summary>
    public static async Task<KeptFile?> ReadAsync(
        string token, Receipts receipts, string form, DateTimeOffset now, CancellationToken cancellation)
    {
        if (token.Length > MaxLength || token.Split('.') is not [var said, var signature])
            return null;
        var right = await receipts.SignAsync($"file|{form}|{said}", cancellation);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(signature)))
            return null;
        var file = JsonSerializer.Deserialize<KeptFile>(WebEncoders.Base64UrlDecode(said), Json.Options)!;
        return now < file.Until ? file : null;
    }
}
