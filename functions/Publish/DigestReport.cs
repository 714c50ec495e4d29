using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>Lays a digest out: what every readable format shows, in the order in which it is read.</summary>
internal static class DigestReport
{
    public static Report Of(Digest digest, Uri? site) => Of(new DigestContext(digest, new DigestLinks(digest, site)));

    public static Report Of(DigestContext context)
    {
        Section?[] sections =
        [
            BriefSection.Of(context),
            ProcessSection.Of(context),
            ReceptionSection.Of(context),
            ParticipationSection.Of(context),
            QuestionsSection.Of(context),
            ThemesSection.Of(context),
            EmergingSection.Of(context),
            ChangesSection.Of(context),
            FollowUpSection.Of(context),
            MethodSection.Of(context),
            AnnexSection.Of(context),
        ];
        return new Report(
            DigestText.Title(context.Digest), context.Digest.Call.Title, CoverBlocks.Of(context), [.. sections.OfType<Section>().Select(Numbered)]);
    }

    /// <summary>In Roman numerals, as reports of the United Nations are.</summary>
    private static Section Numbered(Section section, int index)
    {
        string[] numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
        return section with { Title = $"{numerals[index]}. " + section.Title };
    }
}
