using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>The tables, with what each column means.</summary>
internal static class CsvFiles
{
    private const string Groups = "Stakeholder groups with their numbers of contributions";

    public static IEnumerable<CsvFile> Of(Digest digest, DigestLinks links) =>
    [
        CsvContributions.Of(digest, links),
        CsvFile.Of(
            "messages.csv", Messages(digest),
            ("id", "The message's id, the same from digest to digest", row => row.Message.Id),
            ("theme", "Id of the theme; empty outside the agenda", row => row.Theme),
            ("kind", "convergence, divergence, option or single-view", row => row.Message.Kind),
            ("breadth", "one, few (up to a third), some (up to a half), most or all of the contributions on the theme", row => row.Message.Breadth),
            ("supporting", "Contributions for it", row => row.Message.Supporting),
            ("opposing", "Contributions against it", row => row.Message.Opposing),
            ("of", "Contributions on the theme", row => row.Message.Of),
            ("supporters", Groups + ", for it", row => Wording.Groups(row.Message.Supporters)),
            ("opponents", Groups + ", against it", row => Wording.Groups(row.Message.Opponents)),
            ("addressees", "Who is asked to act", row => row.Message.Addressees),
            ("supported_by", "Ids of the contributions for it", row => row.Message.SupportedBy),
            ("opposed_by", "Ids of the contributions against it", row => row.Message.OpposedBy),
            ("campaign_letters", "Letters of campaigns that say it, beyond the one counted of each", row => row.Message.CampaignLetters),
            ("change", "new, grown, shrunk or same since the last digest", row => row.Message.Change),
            ("before", "Contributions on both sides in the last digest; empty when it was not there", row => row.Message.Before),
            ("brief", "Whether it stands on the page in brief", row => digest.Brief.Any(brief => brief.Message == row.Message.Id)),
            ("link", "Where it stands", row => links.Message(digest.Number, row.Message.Id))),
        CsvQuotes.Of(digest, links),
        CsvFile.Of(
            "themes.csv", digest.Themes,
            ("id", "The theme's id", theme => theme.Id),
            ("title", "Its title", theme => theme.Title),
            ("contributions", "Contributions on it, a campaign counted once", theme => theme.Contributions),
            ("of", "Contributions the digest rests on", theme => theme.Of),
            ("groups", Groups, theme => Wording.Groups(theme.Groups)),
            ("withheld", "Counted, but neither quoted nor shown in phrases", theme => theme.Withheld),
            ("convergence", "Messages of this kind", theme => theme.Messages.Count(message => message.Kind == MessageKind.Convergence)),
            ("divergence", "Messages of this kind", theme => theme.Messages.Count(message => message.Kind == MessageKind.Divergence)),
            ("options", "Messages of this kind", theme => theme.Messages.Count(message => message.Kind == MessageKind.Option)),
            ("single_views", "Messages of this kind", theme => theme.Messages.Count(message => message.Kind == MessageKind.SingleView))),
        CsvFile.Of(
            "phrases.csv", Phrases(digest),
            ("theme", "Id of the theme; empty outside the agenda; emerging for phrases in none of the agenda's words", row => row.Theme),
            ("phrase", "As most contributions write it", row => row.Text),
            ("language", "BCP 47 tag, or und", row => row.Language),
            ("contributions", "Contributions that use it", row => row.Contributions),
            ("before", "That used it in the last digest, of emerging phrases", row => row.Before)),
        CsvFile.Of(
            "questions.csv", digest.Questions,
            ("number", "The question's number", question => question.Number),
            ("text", "As asked", question => question.Text),
            ("themes", "Ids of its themes", question => question.Themes),
            ("status", "answered (by two stakeholder groups), partly (by one) or unanswered", question => question.Status),
            ("before", "Status in the last digest", question => question.Before),
            ("contributions", "Contributions that refer to it", question => question.Contributions),
            ("of", "Contributions the digest rests on", question => question.Of),
            ("groups", Groups, question => Wording.Groups(question.Groups))),
        .. CsvParticipation.Of(digest, links),
        .. CsvRecords.Of(digest, links),
    ];

    /// <summary>What every column of every file is.</summary>
    public static CsvFile Key(IEnumerable<CsvFile> files) => CsvFile.Of(
        "key.csv",
        files.SelectMany(file => file.Columns.Select(column => (File: file.Name, column.Name, column.Means))),
        ("file", "A file of this archive", row => row.File),
        ("column", "A column of it", row => row.Name),
        ("means", "What stands in it", row => row.Means));

    internal static IEnumerable<(string? Theme, Message Message)> Messages(Digest digest) =>
        digest.Themes.SelectMany(theme => theme.Messages.Select(message => ((string?)theme.Id, message)))
            .Concat((digest.Outside?.Messages ?? []).Select(message => ((string?)null, message)));

    private static IEnumerable<(string? Theme, string Text, string Language, int Contributions, int? Before)> Phrases(Digest digest) =>
        digest.Themes.SelectMany(theme => theme.Phrases.Select(phrase => ((string?)theme.Id, phrase.Text, phrase.Language, phrase.Contributions, (int?)null)))
            .Concat((digest.Outside?.Phrases ?? []).Select(phrase => ((string?)null, phrase.Text, phrase.Language, phrase.Contributions, (int?)null)))
            .Concat(digest.Emerging.Phrases.Select(phrase => ((string?)"emerging", phrase.Text, phrase.Language, phrase.Contributions, phrase.Before)));
}
