using Intake.Calls;
using Intake.Receive;

namespace Intake.Synthesis;

/// <summary>Contributors as they asked to be named; their names were cleaned when they were read.</summary>
internal static class Naming
{
    public const string Withheld = "withheld";

    public static string Of(Contributor contributor) => contributor.Publish switch
    {
        PublishAs.None => Withheld,
        PublishAs.Anonymous => Nameless(contributor.StakeholderGroup),
        _ => Named(contributor) ?? Nameless(contributor.StakeholderGroup),
    };

    private static string? Named(Contributor contributor)
    {
        var (name, organisation, behalf) = (contributor.Name, contributor.Organisation, contributor.OnBehalfOf);
        var who = name is null || organisation is null || name == organisation
            ? name ?? organisation
            : $"{name}, {organisation}";
        return who is null || behalf is null || behalf == name || behalf == organisation
            ? who ?? behalf
            : $"{who}, on behalf of {behalf}";
    }

    private static string Nameless(StakeholderGroup? group) => group switch
    {
        null => "a contributor",
        StakeholderGroup.Individual => "an individual contributor",
        StakeholderGroup.Other => "a contributor from another group",
        StakeholderGroup.TechnicalCommunity or StakeholderGroup.PrivateSector =>
            $"a contributor from the {GroupKey.Of(group).Replace('-', ' ')}",
        StakeholderGroup.IntergovernmentalOrganisation => "a contributor from an intergovernmental organisation",
        _ => $"a contributor from {GroupKey.Of(group).Replace('-', ' ')}",
    };
}
