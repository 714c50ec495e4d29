using System.Text.RegularExpressions;
using Intake.Receive.Mail.Sections;

namespace Intake.Receive.Mail.Trust;

/// <summary>
/// Who else may stand behind a letter: the group it comes from, those it is sent on behalf of, and those named below it.
/// What is found is offered to the contributor and counts for nothing until confirmed.
/// </summary>
internal static partial class EndorserFinder
{
    /// <summary>Names offered.</summary>
    private const int Most = 40;

    /// <summary>UTF-16 units of a name.</summary>
    private const int LongestName = 150;

    /// <summary>Lines of a letter, at its end, in which names are looked for.</summary>
    private const int Tail = 200;

    private static readonly string[] Fields = ["From", "Sender", "Reply-To"];

    public static IReadOnlyList<string> Find(InboundMail mail)
    {
        var names = new List<string>();
        var groups = new List<string>();
        foreach (var field in Fields.SelectMany(name => mail.Headers.All(name).Take(10)))
        {
            names.AddRange(AddressList.Parse(field.Raw, 10, groups).SelectMany(sender => OnBehalf(sender.Name)));
        }

        names.AddRange(groups.Where(group => !group.Contains("undisclosed", StringComparison.OrdinalIgnoreCase)));
        foreach (var section in mail.Sections.Where(section => section.Kind is MailSectionKind.Own or MailSectionKind.Signature))
        {
            names.AddRange(Named(section.In(mail.Text).Split('\n')));
        }

        return [.. names.Select(Clean).Where(IsName).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)];
    }

    private static IEnumerable<string> Named(string[] lines)
    {
        var tail = Math.Max(0, lines.Length - Tail);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length > 400 || line.Length == 0)
            {
                continue;
            }

            // A sentence in the middle of a letter speaks on behalf of all kinds of people; a line that begins so names them.
            if (OnBehalfLine().Match(line) is { Success: true } onBehalf)
            {
                var said = onBehalf.Groups[1].Value;
                foreach (var name in said.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    yield return name;
                }
            }
            else if (i >= tail && SignedBy().Match(line) is { Success: true } signed)
            {
                var listed = signed.Groups[1].Value.Trim();
                foreach (var name in listed.Length > 0 ? listed.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [.. List(lines, i + 1)])
                {
                    yield return name;
                }
            }
        }
    }

    /// <summary>The lines of a list: one name each, until a sentence or two empty lines.</summary>
    private static IEnumerable<string> List(string[] lines, int from)
    {
        var empty = 0;
        for (var i = from; i < lines.Length && empty < 2; i++)
        {
            var line = lines[i].Trim();
            empty = line.Length == 0 ? empty + 1 : 0;
            if (line.Length > LongestName || line.EndsWith(':') || (line.EndsWith('.') && line.Count(unit => unit == ' ') > 8))
            {
                yield break;
            }

            if (line.Length > 0)
            {
                yield return line;
            }
        }
    }

    /// <summary>"Ann Example on behalf of Open Net", as programs write it into a name.</summary>
    private static IEnumerable<string> OnBehalf(string name) =>
        OnBehalfName().Match(name[..Math.Min(name.Length, 400)]) is { Success: true } found ? [found.Groups[1].Value] : [];

    private static string Clean(string name) => CleanText.Line(Bullet().Replace(name.Trim(), "")).Trim(' ', ',', '.', ';', ':', '*', '_', '"');

    private static bool IsName(string name) => name.Length is > 2 and <= LongestName && name.Any(char.IsLetter) && !name.Contains('@', StringComparison.Ordinal)
        && !name.Contains("://", StringComparison.Ordinal) && !Pronoun().IsMatch(name);

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private const string OnBehalfWords = "on behalf of|for and on behalf of|au nom d[e']|en nombre de|em nome d[eo]|im (?:auftrag|namen) (?:von|der|des)|a nome (?:di|del|della)|от имени|代表|نيابة عن|باسم";

    [GeneratedRegex(@"^.*\b(?:via|" + OnBehalfWords + @")\s+(.{2,})$", Plain)]
    private static partial Regex OnBehalfName();

    [GeneratedRegex(@"^(?:this (?:letter|submission|statement|contribution) is )?(?:(?:submitted|sent|signed|made|writing)\s+)?(?:" + OnBehalfWords + @")\s*:?\s*(.{2,}?)[,.:]?$", Plain)]
    private static partial Regex OnBehalfLine();

    [GeneratedRegex(
        @"^(?:(?:co-?)?signed(?: by)?|(?:co-?)?signator(?:y|ies)(?: organi[sz]ations)?|endorsed by|endorsing organi[sz]ations|endorsements|supported by|co-?sponsor(?:s|ed by)|signataires?|signé par|soutenu par|firmantes|firmado por|suscrito por|apoyado por|signatários|assinado por|unterzeichnet von|unterzeichner|подписали|подписанты|поддержали|签署方|联署|署名団体|الموقعون|وقعها)\s*[:：]\s*(.*)$",
        Plain)]
    private static partial Regex SignedBy();

    [GeneratedRegex(@"^(?:[-*•·–—▪◦]|\(?\d{1,3}[.)])\s+", Plain)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?:us|them|all of us|the (?:above|following|undersigned)|our members|my|nous|nosotros)\b.*$", Plain)]
    private static partial Regex Pronoun();
}
