namespace Intake.Synthesis;

/// <summary>
/// Who took part. <c>Received</c> is the sum of <c>Included</c>, <c>Pending</c>, <c>Failed</c> and <c>Withdrawn</c>; each
/// table adds up to the same.
/// </summary>
public sealed record Participation
{
    /// <summary>Contributions ever received, each counted once whatever its revisions.</summary>
    public required int Received { get; init; }

    /// <summary>Analysed, every letter of a campaign too; what the digest rests on is <see cref="Reception.Included"/>.</summary>
    public required int Included { get; init; }

    /// <summary>Still being processed.</summary>
    public required int Pending { get; init; }

    /// <summary>Could not be read.</summary>
    public required int Failed { get; init; }

    public required int Withdrawn { get; init; }

    /// <summary>Of the received: came after the call had closed.</summary>
    public required int Late { get; init; }

    /// <summary>Of the included: counted, but not public.</summary>
    public required int Withheld { get; init; }

    /// <summary>Of the included: on no theme and no question of the call.</summary>
    public required int Outside { get; init; }

    /// <summary>Of the included: latest revision is not the first.</summary>
    public required int Revised { get; init; }

    /// <summary>Words of the included.</summary>
    public required int Words { get; init; }

    public required IReadOnlyList<Share> Groups { get; init; }

    public required IReadOnlyList<Share> Countries { get; init; }

    /// <summary>UN M49 regions of the countries.</summary>
    public required IReadOnlyList<Share> Regions { get; init; }

    /// <summary>
    /// Development status of the countries (UN M49): <c>least-developed</c>, <c>landlocked-developing</c>, <c>small-island-developing</c>,
    /// which overlap, <c>other</c> and <c>not-stated</c>.
    /// </summary>
    public required IReadOnlyList<Share> Development { get; init; }

    /// <summary><c>organisation</c>, <c>individual</c> or <c>not-stated</c>.</summary>
    public required IReadOnlyList<Share> Entities { get; init; }

    public required IReadOnlyList<Share> Languages { get; init; }

    public required IReadOnlyList<Share> Channels { get; init; }

    /// <summary>Per stakeholder group for which the call's rules set a number; empty when they set none.</summary>
    public required IReadOnlyList<Expectation> Expected { get; init; }

    /// <summary>Stakeholder groups of which nothing was received, or all of it was withdrawn.</summary>
    public required IReadOnlyList<string> Unheard { get; init; }

    /// <summary>UN M49 regions of which nothing was received, or all of it was withdrawn.</summary>
    public required IReadOnlyList<string> UnheardRegions { get; init; }

    /// <summary>Endorsements of the included: who signed beside the contributor.</summary>
    public required int Endorsements { get; init; }

    /// <summary>Names of endorsers, each once, by name; of contributions that are public with names, the first thousand.</summary>
    public required IReadOnlyList<string> Endorsers { get; init; }

    /// <summary>A contributor with more than a fifth of all words; null when there is none.</summary>
    public LoudVoice? Loudest { get; init; }
}

/// <param name="Key">Group key, country code, language tag or channel; <c>not-stated</c> or <c>und</c> when unknown.</param>
/// <param name="Received">Contributions received.</param>
/// <param name="Included">Of these, included.</param>
/// <param name="Words">Words of the included.</param>
public sealed record Share(string Key, int Received, int Included, int Words);

/// <param name="Contributor">As they asked to be named.</param>
/// <param name="Contributions">Of theirs.</param>
/// <param name="Words">In these.</param>
/// <param name="Of">Words of all.</param>
public sealed record LoudVoice(string Contributor, int Contributions, int Words, int Of);

/// <param name="Group">Group key.</param>
/// <param name="Expected">What the call's rules hope for.</param>
/// <param name="Received">Received and not withdrawn.</param>
/// <param name="Missing">What is still missing; 0 when expectations are met.</param>
public sealed record Expectation(string Group, int Expected, int Received, int Missing);

/// <summary>What is other than in the last digest.</summary>
/// <param name="Since">Number of the last digest; null when this is the first.</param>
/// <param name="New">Not in the last digest's ledger, whatever became of them since.</param>
/// <param name="Revised">In a later revision than in the last digest.</param>
/// <param name="Withdrawn">Withdrawn since.</param>
/// <param name="Included">Were being processed or failed then, and are included now.</param>
/// <param name="Failed">Failed since.</param>
/// <param name="Reclassified">Counted on other themes or questions than then, in the same revision.</param>
/// <param name="Appeared">Ids of messages that are new.</param>
/// <param name="Grown">Ids of messages that more contributions stand for.</param>
/// <param name="Vanished">Messages that are no longer there.</param>
public sealed record Changes(
    int? Since,
    ChangeList New,
    ChangeList Revised,
    ChangeList Withdrawn,
    ChangeList Included,
    ChangeList Failed,
    ChangeList Reclassified,
    IReadOnlyList<string> Appeared,
    IReadOnlyList<string> Grown,
    IReadOnlyList<VanishedMessage> Vanished);

/// <param name="Count">Contributions.</param>
/// <param name="Contributions">Their ids in the order of arrival, the first thousand.</param>
public sealed record ChangeList(int Count, IReadOnlyList<string> Contributions);

/// <param name="Message">Its id in the last digest.</param>
/// <param name="Theme">The theme's id.</param>
/// <param name="Contributions">That stood for or against it.</param>
public sealed record VanishedMessage(string Message, string Theme, int Contributions);

/// <summary>How the digest was made and what it cannot say.</summary>
public sealed record Method
{
    public const string Reading =
        "This digest reflects only those who contributed. It is not a vote and not a survey, and it binds nobody.";

    /// <summary>With fewer contributions than this, shares say nothing about any group at large.</summary>
    public const int SmallSample = 30;

    public required string ReadingNote { get; init; }

    /// <summary>What found the key phrases, with the number of contributions.</summary>
    public required IReadOnlyList<EngineUse> PhraseEngines { get; init; }

    /// <summary>What told themes and questions, with the number of contributions.</summary>
    public required IReadOnlyList<EngineUse> ThemeEngines { get; init; }

    /// <summary>Quotes printed in this digest.</summary>
    public required int Quotes { get; init; }

    /// <summary>Quotes compared with the stored text, character for character. All, or there is no digest.</summary>
    public required int QuotesChecked { get; init; }

    public required bool IsSmallSample { get; init; }

    /// <summary>Statements (sentences that take a stand or recommend) that messages were built from.</summary>
    public required int Statements { get; init; }

    /// <summary>Contributions whose texts were read closely for messages, quotes and phrases: all, or of a very large call a sample.</summary>
    public required int ReadClosely { get; init; }

    /// <summary>Passages of the included whose themes a person confirmed.</summary>
    public required int PassagesConfirmed { get; init; }

    /// <summary>Passages of the included.</summary>
    public required int Passages { get; init; }

    /// <summary>In sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

public sealed record EngineUse(string Engine, int Contributions);

/// <summary>A digest, what the next one needs, and whether there was anything new to say.</summary>
public sealed record CompiledDigest(Digest Digest, DigestState State, bool Changed);
