using Azure.AI.TextAnalytics;
using Intake.PersonalData;

namespace Intake.KeyPhrases;

/// <summary>What Azure AI Language calls personal data, in our terms.</summary>
internal static class ServicePersonalData
{
    /// <summary>Who speaks, when and where on the web is what a contribution says; its contributor decides on their own name
    /// (<c>publish</c>).</summary>
    private static readonly HashSet<string> Said = new(StringComparer.OrdinalIgnoreCase)
    {
        "Person", "PersonType", "Organization", "DateTime", "Date", "Age", "DateOfBirth", "URL", "Quantity", "Event", "City", "State",
        "ZipCode", "NumericIdentifier",
    };

    private static readonly Dictionary<string, PersonalDataKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Email"] = PersonalDataKind.Email,
        ["PhoneNumber"] = PersonalDataKind.Telephone,
        ["Address"] = PersonalDataKind.PostalAddress,
        ["IPAddress"] = PersonalDataKind.NetworkAddress,
        ["CreditCardNumber"] = PersonalDataKind.Card,
        ["InternationalBankingAccountNumber"] = PersonalDataKind.BankAccount,
        ["SWIFTCode"] = PersonalDataKind.BankAccount,
        ["ABARoutingNumber"] = PersonalDataKind.BankAccount,
    };

    /// <summary>Entities of a piece of a text. The service has two hundred kinds, nearly all of them numbers that a state or
    /// a bank gave somebody.</summary>
    /// <param name="start">Where the piece begins in the text.</param>
    /// <param name="length">The text's.</param>
    public static IEnumerable<PersonalDatum> Read(IEnumerable<PiiEntity> entities, int start, int length) => entities
        .Where(entity => !Said.Contains(entity.Category.ToString()))
        .Select(entity => new PersonalDatum(
            KindOf(entity.Category.ToString()), start + entity.Offset, Math.Min(start + entity.Offset + entity.Length, length)))
        .Where(datum => datum.Start < datum.End);

    private static PersonalDataKind KindOf(string category) => Kinds.TryGetValue(category, out var kind) ? kind
        : category.EndsWith("BankAccountNumber", StringComparison.OrdinalIgnoreCase) ? PersonalDataKind.BankAccount
        : PersonalDataKind.IdentityNumber;
}
