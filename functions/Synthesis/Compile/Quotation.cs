namespace Intake.Synthesis;

/// <summary>Makes quotes, with their contributor named as they asked to be.</summary>
internal static class Quotation
{
    /// <param name="contribution">Whose words they are.</param>
    /// <param name="place">Document, passage and first UTF-16 unit.</param>
    /// <param name="text">The words.</param>
    /// <param name="language">BCP 47 tag, or <c>und</c>.</param>
    /// <param name="excerpt">The passage says more.</param>
    /// <param name="supports">In a message: for it, or against it.</param>
    public static Quote Of(
        ContributionState contribution, (int Document, int Passage, int Start) place, string text, string language, bool excerpt, bool? supports = null) => new()
        {
            Contribution = contribution.Id,
            Revision = contribution.Revision,
            Document = place.Document,
            Start = place.Start,
            End = place.Start + text.Length,
            Text = text,
            Passage = place.Passage,
            Excerpt = excerpt,
            Language = language,
            Group = GroupKey.Of(contribution.Contributor.StakeholderGroup),
            Contributor = Naming.Of(contribution.Contributor),
            Supports = supports,
        };
}
