namespace Intake.PersonalData;

/// <summary>What a piece of personal data is.</summary>
public enum PersonalDataKind
{
    Email,
    BankAccount,
    Card,
    IdentityNumber,
    Telephone,
    PostalAddress,
    NetworkAddress,
}

/// <summary>A piece of personal data in a text.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last.</param>
public readonly record struct PersonalDatum(PersonalDataKind Kind, int Start, int End);
