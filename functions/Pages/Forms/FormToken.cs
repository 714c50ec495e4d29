using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Intake.Receive;
using Intake.Storage;

namespace Intake.Pages.Forms;

/// <summary>
/// Goes with every form of ours: shows that we made it, for what, and when, and has the key by which the form sent twice is
/// one contribution.
/// </summary>
/// <param name="Issued">When the form was first shown.</param>
/// <param name="Key">Idempotency key.</param>
public sealed record FormToken(DateTimeOffset Issued, string Key)
{
    public const string Field = "form";

    /// <summary>No person fills in and sends a form faster. Seconds: 3.</summary>
    public static readonly TimeSpan MinTime = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Why a form is not taken whatever it says, as the key of a text; null when it is. The person behind it, if there is one,
    /// sends it once more.
    /// </summary>
    public static string? Refusal(FormToken? token, FormValues values, DateTimeOffset now) =>
        token is null ? "form.notices.expired"
        : values[SentForm.Trap].Length > 0 ? "form.notices.robot"
        : now - token.Issued < MinTime ? "form.notices.fast"
        : null;

    public static FormToken New(DateTimeOffset now) => new(now, Ids.New(now));

    /// <param name="form">What the form does, and to what: a token of another form is none.</param>
    public async Task<string> WriteAsync(Receipts receipts, string form, CancellationToken cancellation)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{Issued.ToUnixTimeMilliseconds()}.{Key}");
        return $"{said}.{await receipts.SignAsync($"{form}|{said}", cancellation)}";
    }

    /// <summary>Null when we did not make it for this form, or too long ago.</summary>
    public static async Task<FormToken?> ReadAsync(
        string? token, Receipts receipts, string form, DateTimeOffset now, CancellationToken cancellation)
    {
        if (token is null || token.Split('.') is not [var issued, var key, var signature]
            || !long.TryParse(issued, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
            return null;
        var right = await receipts.SignAsync($"{form}|{issued}.{key}", cancellation);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(signature)))
            return null;

        // Ours, so the number is one that we wrote.
        var then = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        return now - then < Drafts.Lifetime ? new FormToken(then, key) : null;
    }
}
