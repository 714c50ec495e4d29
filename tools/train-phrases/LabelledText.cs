using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Intake.Extract;
using Intake.KeyPhrases;

namespace Intake.TrainPhrases;

/// <summary>A text with the key phrases people gave it.</summary>
internal sealed record LabelledText(string Set, string Id, string Language, string Text, string[] Keys)
{
    /// <summary>Reads every <c>*.jsonl.gz</c> of a folder; the file's name is the set's.</summary>
    public static List<LabelledText> ReadAll(string folder)
    {
        var texts = new List<LabelledText>();
        foreach (var path in Directory.GetFiles(folder, "*.jsonl.gz").Order(StringComparer.Ordinal))
        {
            using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            using var reader = new StreamReader(gzip);
            while (reader.ReadLine() is { } line)
            {
                using var json = JsonDocument.Parse(line);
                var root = json.RootElement;
                texts.Add(new(Path.GetFileName(path).Split('.')[0], root.GetProperty("id").ToString(),
                    root.GetProperty("lang").GetString()!, root.GetProperty("text").GetString()!,
                    [.. root.GetProperty("keys").EnumerateArray().Select(key => key.GetString()!)]));
            }
        }

        return texts;
    }

    /// <summary>A passage wherever a blank line stands, as the Extract stage has it.</summary>
    public List<PassageText> Passages()
    {
        var passages = new List<PassageText>();
        foreach (Match match in Regex.Matches(Text, @"\S(?:.|\n(?!\s*\n))*"))
        {
            passages.Add(new(new Passage
            {
                Number = passages.Count + 1,
                Document = 1,
                Start = match.Index,
                End = match.Index + match.Length,
                Language = Language
            }, match.Value));
        }

        return passages;
    }

    /// <summary>The words of a phrase without inflection and derivation, by which it is compared.</summary>
    public static string Key(string phrase, WordLists lists)
    {
        var tokens = new List<Token>();
        Segmenter.Read(phrase, tokens);
        Span<char> folded = stackalloc char[Fold.MaxLength];
        var words = new List<string>();
        foreach (var token in tokens)
        {
            var length = Fold.Word(phrase.AsSpan(token.Start, token.Length), folded);
            words.Add(new string(lists.Stemmer.Root(folded[..length])));
        }

        return string.Join(' ', words);
    }
}
