using Intake.Extract;
using Intake.Synthesis;

namespace Intake.Positions;

/// <summary>The stands that one revision takes, and what it is compared with other contributions by: a blob that stage 4
/// writes. The sentences themselves stand in the texts of the documents.</summary>
/// <param name="Engine">Name and version of what found them, for the digest's method note.</param>
/// <param name="Statements">In the order of the text.</param>
/// <param name="Fingerprint">Of the contributor's own words: <see cref="Duplicates.Fingerprint.ToBytes"/>.</param>
public sealed record PositionSet(string Engine, IReadOnlyList<StatedPosition> Statements, ReadOnlyMemory<byte> Fingerprint);

/// <summary>A sentence that takes a stand or recommends.</summary>
/// <param name="Document">The document's number.</param>
/// <param name="Passage">The number of the passage it is in.</param>
/// <param name="Start">First UTF-16 unit in the document's text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Language">BCP 47 tag of the passage.</param>
/// <param name="Supports">Whether it is for what it speaks of, and not against it.</param>
/// <param name="Strength">How firmly.</param>
/// <param name="Addressee">Who is to act, such as <c>governments</c>; null when it is not said.</param>
/// <param name="Topics">Themes and questions (<c>Q4</c>) of the passage.</param>
/// <param name="Meaning">A byte (signed) a dimension, of a vector of about length 127; empty in a language without word vectors.</param>
/// <param name="Words">Hashes of its content words without endings, four bytes each, ascending.</param>
/// <param name="Process">It speaks of how the consultation is run: deadlines, translation, what is published.</param>
/// <param name="StandsAlone">It is understood without what stands before it, which one that begins with "This" is not.</param>
/// <param name="Mixed">It is for one thing and against another, so who is against it cannot be told by it.</param>
public sealed record StatedPosition(
    int Document,
    int Passage,
    int Start,
    int End,
    string Language,
    bool Supports,
    StanceStrength Strength,
    string? Addressee,
    IReadOnlyList<TopicScore> Topics,
    ReadOnlyMemory<byte> Meaning,
    ReadOnlyMemory<byte> Words,
    bool Process,
    bool StandsAlone,
    bool Mixed = false)
{
    /// <inheritdoc cref="Passage.In"/>
    public string In(string documentText) => documentText[Start..End];
}
