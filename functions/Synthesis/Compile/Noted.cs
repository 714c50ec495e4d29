namespace Intake.Synthesis;

/// <summary>What a digest prints of what people noted beside the contributions.</summary>
/// <param name="FollowUp">Kept by the secretariat.</param>
/// <param name="Corrections">Asked for by readers, in the order of receipt.</param>
public sealed record Noted(FollowUp FollowUp, IReadOnlyList<CorrectionNote> Corrections)
{
    public static Noted Nothing { get; } = new(new FollowUp([], []), []);
}
