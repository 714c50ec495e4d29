using System.IO.Compression;
using System.Text;
using Intake.KeyPhrases;

namespace Intake.TrainTaggers;

/// <summary>A sentence, divided as the engine divides it.</summary>
internal sealed record Sentence(string[] Words, TokenFlags[] Flags, int[] Tags);

/// <summary>Reads sentences of Universal Dependencies (word, tab, tag; a blank line between sentences) and divides them
/// as the engine's segmenter does, contractions together again.</summary>
internal static class Treebank
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["ADJ"] = "Adjective",
        ["ADP"] = "Adposition",
        ["ADV"] = "Adverb",
        ["AUX"] = "Auxiliary",
        ["CCONJ"] = "Conjunction",
        ["DET"] = "Determiner",
        ["INTJ"] = "Interjection",
        ["NOUN"] = "Noun",
        ["NUM"] = "Numeral",
        ["PART"] = "Particle",
        ["PRON"] = "Pronoun",
        ["PROPN"] = "ProperNoun",
        ["SCONJ"] = "Subordinator",
        ["SYM"] = "Symbol",
        ["VERB"] = "Verb",
        ["X"] = "Other",
    };

    private static readonly Dictionary<string, string> Contractions = new()
    {
        ["fr de le"] = "du",
        ["fr de les"] = "des",
        ["fr à le"] = "au",
        ["fr à les"] = "aux",
        ["es de el"] = "del",
        ["es a el"] = "al",
        ["pt de o"] = "do",
        ["pt de a"] = "da",
        ["pt de os"] = "dos",
        ["pt de as"] = "das",
        ["pt em o"] = "no",
        ["pt em a"] = "na",
        ["pt em os"] = "nos",
        ["pt em as"] = "nas",
        ["pt por o"] = "pelo",
        ["pt por a"] = "pela",
        ["pt por os"] = "pelos",
        ["pt por as"] = "pelas",
        ["pt a o"] = "ao",
        ["pt a a"] = "à",
        ["pt a os"] = "aos",
        ["pt a as"] = "às",
        ["pt em um"] = "num",
        ["pt em uma"] = "numa",
        ["pt de este"] = "deste",
        ["pt de esta"] = "desta",
        ["pt de isso"] = "disso",
        ["pt de ele"] = "dele",
        ["pt de ela"] = "dela",
        ["pt em este"] = "neste",
        ["pt em esta"] = "nesta",
        ["de zu dem"] = "zum",
        ["de zu der"] = "zur",
        ["de in dem"] = "im",
        ["de in das"] = "ins",
        ["de an dem"] = "am",
        ["de von dem"] = "vom",
        ["de bei dem"] = "beim",
    };

    public static List<Sentence> Read(string path, string language)
    {
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        var sentences = new List<Sentence>();
        var words = new List<(string Word, string Tag)>();
        for (var line = reader.ReadLine(); ; line = reader.ReadLine())
        {
            if (string.IsNullOrEmpty(line))
            {
                if (words.Count > 0)
                {
                    sentences.Add(language == "zh" ? AsTheyAre(words) : Divide(words, language));
                    words.Clear();
                }

                if (line is null)
                {
                    return sentences;
                }
            }
            else
            {
                var parts = line.Split('\t');
                words.Add((parts[0], parts[1]));
            }
        }
    }

    private static int Tag(string name) => (int)Enum.Parse<PartOfSpeech>(Names[name]);

    private static Sentence AsTheyAre(List<(string Word, string Tag)> words)
    {
        var (texts, flags, tags) = (new List<string>(), new List<TokenFlags>(), new List<int>());
        var next = TokenFlags.BreakBefore | TokenFlags.SentenceStart;
        foreach (var (word, tag) in words)
        {
            if (tag == "PUNCT" || !Names.ContainsKey(tag))
            {
                next |= TokenFlags.BreakBefore;
                continue;
            }

            texts.Add(word);
            flags.Add(next | (word[0] > 0x2E80 ? TokenFlags.Unspaced : 0));
            tags.Add(Tag(tag));
            next = TokenFlags.None;
        }

        return new([.. texts], [.. flags], [.. tags]);
    }

    private static Sentence Divide(List<(string Word, string Tag)> words, string language)
    {
        var text = new StringBuilder();
        var owners = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            var (word, tag) = words[i];
            if (i + 1 < words.Count && Contractions.TryGetValue(
                $"{language} {word.ToLowerInvariant()} {words[i + 1].Word.ToLowerInvariant()}", out var together))
            {
                word = char.IsUpper(word[0]) ? char.ToUpperInvariant(together[0]) + together[1..] : together;
                i++;
            }

            var joined = word[0] is '\'' or '’' || word is "n't" or "n’t" || text.Length > 0 && text[^1] is '\'' or '’'
                || text.Length > 1 && text[^1] == '-' && text[^2] != ' ' && char.IsLetterOrDigit(word[0])
                || word == "-" && i + 1 < words.Count && i > 0 && char.IsLetterOrDigit(words[i + 1].Word[0]) && words[i - 1].Tag != "PUNCT";
            if (!joined && text.Length > 0)
            {
                text.Append(' ');
            }

            while (owners.Count < text.Length + word.Length)
            {
                owners.Add(owners.Count < text.Length ? "" : tag);
            }

            text.Append(word);
        }

        var tokens = new List<Token>();
        var whole = text.ToString();
        Segmenter.Read(whole, tokens);
        tokens.RemoveAll(token => !Names.ContainsKey(owners[token.Start]));
        return new([.. tokens.Select(token => whole.Substring(token.Start, token.Length))],
            [.. tokens.Select((token, i) => i > 0 ? token.Flags : token.Flags | TokenFlags.SentenceStart)],
            [.. tokens.Select(token => Tag(owners[token.Start]))]);
    }
}
