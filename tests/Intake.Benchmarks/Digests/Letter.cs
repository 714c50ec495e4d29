using System.Globalization;
using System.Text;
using Intake.Calls;
using Intake.Receive;
using Intake.Storage;

namespace Intake.Benchmarks.Digests;

/// <summary>One contribution of the benchmark. All of it follows from its number and revision.</summary>
/// <param name="Number">From 0, in order of receipt.</param>
/// <param name="Revision">From 1.</param>
internal sealed record Letter(int Number, int Revision = 1)
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Paragraphs of about two and a half sentences: some 300 words.</summary>
    private const int Paragraphs = 10;

    /// <summary>One in so many is a letter of a campaign, and so many of all come between one campaign and the next.</summary>
    private const int OneOfACampaign = 20;
    private const int Campaign = 2_000;

    private static readonly string[] Countries =
        ["KE", "FR", "BR", "IN", "CH", "MX", "SN", "US", "DE", "ID", "ZA", "AR", "JP", "NG", "EG", "CA", "FJ", "NP", "PE", "TN", "SE", "CO", "GH", "VN"];

    /// <summary>A group as often as it stands here.</summary>
    private static readonly StakeholderGroup?[] Groups =
    [
        StakeholderGroup.Individual, StakeholderGroup.Individual, StakeholderGroup.Individual, StakeholderGroup.Individual, StakeholderGroup.Individual,
        StakeholderGroup.CivilSociety, StakeholderGroup.CivilSociety, StakeholderGroup.CivilSociety, StakeholderGroup.PrivateSector, StakeholderGroup.PrivateSector,
        StakeholderGroup.Academia, StakeholderGroup.TechnicalCommunity, StakeholderGroup.Government, StakeholderGroup.IntergovernmentalOrganisation, StakeholderGroup.Other, null,
    ];

    private readonly Random _random = new((Number * 31) + Revision);

    public bool IsOfACampaign => Number % OneOfACampaign == 7;

    public string Language { get; } = (Number % 10) switch { < 6 => "en", < 8 => "fr", _ => "es" };

    public Contributor Contributor => new()
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"Person {Number}"),
        Organisation = Number % 3 == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"Organisation {Number}"),
        StakeholderGroup = Groups[Number * 7 % Groups.Length],
        Country = Countries[Number * 5 % Countries.Length],
        Publish = (Number % 50) switch { 11 => PublishAs.None, 21 or 31 or 41 => PublishAs.Anonymous, _ => PublishAs.Name },
    };

    /// <summary>As Intake makes ids, with the number in the part that is else random.</summary>
    public static string Id(int number, DateTimeOffset received)
    {
        Span<char> id = stackalloc char[Ids.Length];
        Write(id[..9], (ulong)received.ToUnixTimeMilliseconds());
        Write(id[9..16], unchecked((ulong)number * 0x9E3779B97F4A7C15) >> 16);
        Write(id[16..], (ulong)number);
        return new string(id);
    }

    public static int NumberOf(string id)
    {
        var number = 0;
        foreach (var c in id.AsSpan(16))
            number = (number << 5) | Alphabet.IndexOf(c, StringComparison.Ordinal);
        return number;
    }

    /// <summary>A letter of a campaign is the campaign's, with a paragraph of its sender's own.</summary>
    public string Text(Call call)
    {
        var random = IsOfACampaign ? new Random(-1 - (Number / Campaign)) : _random;
        var all = LetterWords.Of[IsOfACampaign ? "en" : Language];

        // An author comes back to the same few things, in the same few words.
        var words = all with
        {
            Subjects = Some(all.Subjects, 5),
            Areas = Some(all.Areas, 2),
            Ends = Some(all.Ends, 4),
            Openers = Some(all.Openers, 3),
            Remarks = Some(all.Remarks, 3),
        };
        var text = new StringBuilder();
        for (var paragraph = 0; paragraph < Paragraphs; paragraph++)
            Append(text, call, words, paragraph == Paragraphs - 1 ? _random : random);
        return text.ToString().TrimEnd();

        string[] Some(string[] from, int count)
        {
            random.Shuffle(from = [.. from]);
            return from[..count];
        }
    }

    private static void Append(StringBuilder text, Call call, LetterWords words, Random random)
    {
        var theme = call.Themes[random.Next(call.Themes.Count)].Id;
        if (random.Next(4) == 0 && call.Questions.FirstOrDefault(question => question.Themes.Contains(theme)) is { } question)
            text.AppendFormat(CultureInfo.InvariantCulture, words.Question, question.Number);
        for (var sentences = random.Next(2, 4); sentences > 0; sentences--)
        {
            var (about, area, end) = (Any(words.Objects[theme]), Any(words.Areas), Any(words.Ends));
            text.Append(sentences > 1
                ? $"{Any(words.Openers)} {about} {area} {Any(words.Remarks)} {end}. "
                : $"{Any(words.Subjects)} {Any(words.Stances)} {Any(words.Verbs)} {about} {area} {end}. ");
        }

        text.Length--;
        text.Append("\n\n");

        string Any(string[] from) => from[random.Next(from.Length)];
    }

    private static void Write(Span<char> characters, ulong value)
    {
        for (var i = characters.Length - 1; i >= 0; i--, value >>= 5)
            characters[i] = Alphabet[(int)(value & 31)];
    }
}
