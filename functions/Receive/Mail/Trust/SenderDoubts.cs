using System.Globalization;
using Intake.KeyPhrases;

namespace Intake.Receive.Mail.Trust;

/// <summary>Looks for signs that a mail does not come from whom it says. No sign is no proof.</summary>
internal static class SenderDoubts
{
    /// <summary>Cyrillic and Greek letters that look like Latin ones.</summary>
    private const string LookAlikes = "аеорсухіјѕһӏԁԛԝвкмнтгԍοαυνκρτιѵ";

    public static List<SenderDoubt> Of(InboundMail mail, AuthenticationResults? results)
    {
        const int most = 10;
        var from = mail.Headers.All("From").Take(most).SelectMany(field => AddressList.Parse(field.Raw, most)).ToList();
        var sender = mail.Headers.All("Sender").Take(most).SelectMany(field => AddressList.Parse(field.Raw, most)).ToList();
        var doubts = new List<SenderDoubt>();
        If(from.Count > 1 || mail.Headers.All("From").Skip(1).Any(), SenderDoubt.SeveralFrom);
        If(mail.From is { } one && sender.Exists(other => !Same(other.Address, one.Address)), SenderDoubt.OtherSender);
        If(results?.Dmarc == "fail", SenderDoubt.FailedDmarc);
        If(mail.From is { } who && IsMixed(who.Address), SenderDoubt.MixedScript);
        If(mail.From is { } named && named.Name.Contains('@', StringComparison.Ordinal)
            && AddressList.Parse(named.Name, 1).Concat(AddressIn(named.Name)).FirstOrDefault() is { } shown && !Same(shown.Address, named.Address), SenderDoubt.NameIsOtherAddress);
        return doubts;

        void If(bool isSo, SenderDoubt doubt) => doubts.AddRange(isSo ? [doubt] : []);
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Mailbox> AddressIn(string name) =>
        name.Split([' ', '(', ')', '[', ']', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => word.IndexOf('@', StringComparison.Ordinal) > 0).Select(word => new Mailbox("", word));

    private static bool IsMixed(string address)
    {
        var domain = address[(address.LastIndexOf('@') + 1)..];
        return domain.Split('.').Select(Decoded).Any(label => label is null || IsMixedLabel(label));
    }

    /// <summary>The label as it is shown; null when it says it is encoded and is not.</summary>
    private static string? Decoded(string label)
    {
        if (!label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase))
        {
            return label;
        }

        try
        {
            return new IdnMapping().GetUnicode(label);
        }
        catch (ArgumentException)
        {
            // What is no Punycode is a sign itself.
            return null;
        }
    }

    private static bool IsMixedLabel(string label)
    {
        var scripts = label.Where(char.IsLetter).Select(Scripts.Of).Distinct().ToList();

        // Japanese is written in three scripts, Korean in two.
        var isEastAsian = scripts.TrueForAll(script => script is Script.Han or Script.Kana or Script.Hangul);
        return (scripts.Count > 1 && !isEastAsian)
            || (scripts is [Script.Cyrillic or Script.Greek] && label.All(unit => !char.IsLetter(unit) || LookAlikes.Contains(char.ToLowerInvariant(unit), StringComparison.Ordinal)));
    }
}
