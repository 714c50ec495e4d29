using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>What is said about a message, never what it says itself: that stands in its quotes alone.</summary>
internal static class MessageText
{
    public static string Kind(MessageKind kind) => kind switch
    {
        MessageKind.Convergence => "Convergence",
        MessageKind.Divergence => "Divergence",
        MessageKind.Option => "Option",
        _ => "Single view",
    };

    public static string Kinds(MessageKind kind) => kind switch
    {
        MessageKind.Convergence => "Convergence",
        MessageKind.Divergence => "Divergence",
        MessageKind.Option => "Options",
        _ => "Single views",
    };

    /// <summary>What the kind means, for readers who do not know it.</summary>
    public static string Meaning(MessageKind kind) => kind switch
    {
        MessageKind.Convergence => "Contributors of several stakeholder groups say it and nobody opposes.",
        MessageKind.Divergence => "Some are for it and some against.",
        MessageKind.Option => "Several contributors of one stakeholder group recommend it, and nobody opposes.",
        _ => "One contributor says it. All of them are here.",
    };

    /// <summary><c>Most contributions on this theme (7 of 12)</c>: the word with the numbers behind it.</summary>
    public static string Headline(Message message)
    {
        var line = Share(message.Breadth, message.Supporting, message.Of);
        return message.Kind == MessageKind.Divergence ? $"{line} for it, {Wording.Number(message.Opposing)} against" : line;
    }

    public static string Headline(BriefMessage message)
    {
        var line = Share(BreadthOf(message.Supporting, message.Of), message.Supporting, message.Of);
        return message.Opposing > 0 ? $"{line} for it, {Wording.Number(message.Opposing)} against" : line;
    }

    /// <summary>Who stands on which side.</summary>
    public static IEnumerable<string> Sides(Message message)
    {
        if (message.Kind == MessageKind.Divergence)
        {
            yield return $"For it: {Wording.Groups(message.Supporters)}.";
            yield return $"Against it: {Wording.Groups(message.Opponents)}.";
        }
        else
        {
            yield return $"{Wording.Capital(Wording.Groups(message.Supporters))}.";
        }
    }

    /// <summary>Who is asked, how many letters of campaigns say the same, and what is other than in the last digest.</summary>
    public static IEnumerable<string> Notes(Message message, bool hasLast)
    {
        if (message.Addressees.Count > 0)
            yield return $"Asked to act: {string.Join(", ", message.Addressees.Select(Wording.Key))}.";
        if (message.CampaignLetters > 0)
            yield return $"{Wording.Number(message.CampaignLetters)} more {(message.CampaignLetters == 1 ? "letter" : "letters")} of campaigns say the same; of each campaign one is counted.";
        if (hasLast && Change(message) is { } change)
            yield return change;
    }

    /// <summary>What the message says has no text that may be quoted.</summary>
    public const string Unquoted = "No words of it are printed: the texts are withheld at their contributors’ wish or cannot stand as a quote.";

    public static string? Change(Message message) => (message.Change, message.Before) switch
    {
        (MessageChange.New, _) => "New since the last digest.",
        (MessageChange.Grown, { } before) => $"Grown since the last digest, from {Wording.Contributions(before)} to {Wording.Number(message.Supporting + message.Opposing)}.",
        (MessageChange.Shrunk, { } before) => $"Fewer than in the last digest: {Wording.Contributions(before)} then, {Wording.Number(message.Supporting + message.Opposing)} now.",
        _ => null,
    };

    private static string Share(Breadth breadth, int count, int of) => breadth switch
    {
        Breadth.All => $"All contributions on this theme ({Of(count, of)})",
        Breadth.Most => $"Most contributions on this theme ({Of(count, of)})",
        Breadth.Some => $"Some contributions on this theme ({Of(count, of)})",
        Breadth.Few => $"Few contributions on this theme ({Of(count, of)})",
        _ => $"One contribution on this theme ({Of(count, of)})",
    };

    private static string Of(int count, int of) => $"{Wording.Number(count)} of {Wording.Number(of)}";

    /// <summary>As <see cref="Breadth"/> defines the words.</summary>
    private static Breadth BreadthOf(int count, int of) => count switch
    {
        <= 1 => Breadth.One,
        _ when count >= of => Breadth.All,
        _ when count * 2L > of => Breadth.Most,
        _ when count * 3L > of => Breadth.Some,
        _ => Breadth.Few,
    };
}
