namespace Intake.Synthesis;

/// <summary>What may be tuned in a digest. The same options are part of "same input, same digest".</summary>
public sealed record DigestOptions
{
    /// <summary>
    /// How far before the newest entry of the last digest the journal is read again: clocks of workers differ, and an
    /// entry may be written some time after the moment it bears.
    /// </summary>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Quotes of one stakeholder group in one theme.</summary>
    public int QuotesPerGroup { get; init; } = 3;

    /// <summary>Quotes of one stakeholder group under one question.</summary>
    public int QuotesPerGroupAndQuestion { get; init; } = 2;

    /// <summary>Quotes of one contribution in one theme or under one question.</summary>
    public int QuotesPerContribution { get; init; } = 2;

    /// <summary>Key phrases printed for one theme.</summary>
    public int PhrasesPerTheme { get; init; } = 12;

    /// <summary>
    /// Contributions whose texts a digest reads closely, for messages, quotes and phrases. Of a larger call it reads so many,
    /// chosen by a rule, and counts all.
    /// </summary>
    public int ReadClosely { get; init; } = 1_500;

    /// <summary>Contributions in the ledger that stands in the digest itself; of more it is on pages of its own.</summary>
    public int LedgerRows { get; init; } = 1_500;

    /// <summary>Contributions and texts read at a time.</summary>
    public int Readers { get; init; } = 8;
}
