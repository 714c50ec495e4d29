using Intake.Calls;

namespace Intake.Pages.Forms;

/// <summary>What can be chosen in a form's lists.</summary>
internal static class FormChoices
{
    public static IReadOnlyList<(string Value, string Text)> Groups(Page page) =>
        [.. Words.All<StakeholderGroup>().Select(group => (group, page[$"groups.{group}"]))];

    public static IReadOnlyList<(string Value, string Text)> Countries(Page page) => CountryNames.In(page.Texts);

    public static IReadOnlyList<(string Value, string Text)> Languages(Page page) =>
        [.. Autonyms.Tags.Select(tag => (tag, Autonyms.Name(tag)))];
}
