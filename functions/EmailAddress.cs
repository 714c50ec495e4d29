using System.Net.Mail;

namespace Intake;

/// <summary>Addresses people type into a form or a call; what mail headers hold is read by <c>Receive/Mail</c>.</summary>
public static class EmailAddress
{
    public static bool IsValid(string? address) =>
        address is { Length: > 0 and <= 254 }
        && !address.Any(character => char.IsWhiteSpace(character) || char.IsControl(character))
        && MailAddress.TryCreate(address, out var parsed) && parsed.Address == address;
}
