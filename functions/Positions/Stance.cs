namespace Intake.Positions;

/// <summary>That a sentence takes a stand or recommends.</summary>
/// <param name="Start">First UTF-16 unit of the sentence, in the text it was found in.</param>
/// <param name="End">One past the last.</param>
/// <param name="Supports">Whether it is for what it speaks of, and not against it.</param>
/// <param name="Strength">How firmly.</param>
/// <param name="Addressee">Who is to act, such as <c>governments</c> or <c>working-group</c>; null when it is not said.</param>
/// <param name="Mixed">It says no to something else too: "must be kept, and nobody may be refused".</param>
public sealed record Stance(int Start, int End, bool Supports, StanceStrength Strength, string? Addressee, bool Mixed = false);

public enum StanceStrength
{
    /// <summary>Welcomes, notes, regrets.</summary>
    Polite = 1,

    /// <summary>Could, may, might.</summary>
    Weak,

    /// <summary>Should, recommends, supports, opposes.</summary>
    Plain,

    /// <summary>Must, urges, rejects.</summary>
    Strong,
}
