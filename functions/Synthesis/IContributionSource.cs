using Intake.Extract;
using Intake.KeyPhrases;
using Intake.Positions;
using Intake.Receive;
using Intake.Storage;
using Intake.Themes;

namespace Intake.Synthesis;

/// <summary>What the digest reads of one call's contributions, and all that it reads.</summary>
public interface IContributionSource
{
    /// <summary>Entries written at or after <paramref name="since"/>, oldest first; may repeat what was read before.</summary>
    IAsyncEnumerable<JournalEntry> JournalAsync(string call, DateTimeOffset since, CancellationToken cancellation);

    /// <summary>A contribution as it stands now, latest revision.</summary>
    Task<AnalysedContribution?> LoadAsync(string call, string id, CancellationToken cancellation);

    /// <summary>The stored text of one document, in which quotes are checked; null when there is none.</summary>
    Task<string?> TextAsync(string call, string id, int revision, int document, CancellationToken cancellation);
}

/// <summary>A contribution with all that the stages found in it. What a stage has not reached yet is null.</summary>
public sealed record AnalysedContribution
{
    public required string Id { get; init; }

    public required int Revision { get; init; }

    public required Status Status { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Reason { get; init; }

    public required Channel Channel { get; init; }

    public required DateTimeOffset Received { get; init; }

    /// <summary>Came after the call had closed.</summary>
    public bool Late { get; init; }

    public string? Title { get; init; }

    /// <summary>As others may see it (<see cref="Receive.Contributor.Public"/>).</summary>
    public required Contributor Contributor { get; init; }

    /// <summary>BCP 47 tag of the contribution as a whole, or <c>und</c>.</summary>
    public required string Language { get; init; }

    public Extraction? Extraction { get; init; }

    public PhraseSet? Phrases { get; init; }

    public Classification? Classification { get; init; }

    public PositionSet? Positions { get; init; }

    /// <summary>Texts by document number.</summary>
    public IReadOnlyDictionary<int, string> Texts { get; init; } = new Dictionary<int, string>();

    /// <summary>The same with the personal data covered that was found when they were read, sign for sign; where it is missing,
    /// none was looked for.</summary>
    public IReadOnlyDictionary<int, string> Covered { get; init; } = new Dictionary<int, string>();

    /// <summary>A text as far as it may be shown.</summary>
    internal string ShownText(int document) => Covered.TryGetValue(document, out var covered) ? covered : Texts[document];
}
