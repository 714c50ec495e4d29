using Intake.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Intake.Pages.PublicRecord;

/// <summary>What somebody typed to say which contribution is theirs: its private link, or only its reference.</summary>
internal static class OwnContribution
{
    /// <summary>UTF-16 units; no link of ours is longer.</summary>
    private const int Longest = 1_000;

    /// <returns>False when it is neither.</returns>
    public static bool TryRead(string typed, string call, out string? contribution, out string? receipt)
    {
        (contribution, receipt) = (null, null);
        var text = typed.Trim();
        if (text.Length is 0 or > Longest)
            return text.Length == 0;
        if (Ids.IsValid(text.ToLowerInvariant()))
        {
            contribution = text.ToLowerInvariant();
            return true;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var link)
            || link.AbsolutePath.Split('/') is not ["", "calls", var of, "contributions", var id, ..] || of != call || !Ids.IsValid(id))
            return false;
        contribution = id;
        receipt = QueryHelpers.ParseQuery(link.Query).GetValueOrDefault(Forms.ReceiptLink.Parameter).ToString() is { Length: > 0 } shown ? shown : null;
        return true;
    }
}
