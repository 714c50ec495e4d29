using System.IO.Compression;
using Intake.KeyPhrases;

namespace Intake.TrainPhrases;

/// <summary>Counts in how many texts each word comes.</summary>
internal sealed class BackgroundCounts
{
    /// <summary>Sentences of a treebank that are counted as one text.</summary>
    private const int SentencesOfText = 15;

    private readonly SortedDictionary<string, Dictionary<ulong, int>> _counts = new(StringComparer.Ordinal);

    public void Add(string language, string text)
    {
        var lists = WordLists.For(language);
        var tokens = new List<Token>();
        Segmenter.Read(text, tokens);
        var seen = new HashSet<ulong>();
        Span<char> folded = stackalloc char[Fold.MaxLength];
        if (!_counts.TryGetValue(language, out var counts))
        {
            _counts[language] = counts = [];
        }

        foreach (var token in tokens)
        {
            var length = Fold.Word(text.AsSpan(token.Start, token.Length), folded);
            var stem = Lexicon.Hash(lists.Stemmer.Inflection(folded[..length]));
            if (seen.Add(stem))
            {
                counts[stem] = counts.GetValueOrDefault(stem) + 1;
            }
        }
    }

    /// <summary>Adds the sentences of Universal Dependencies in a folder.</summary>
    public void AddTreebanks(string folder)
    {
        foreach (var path in Directory.GetFiles(folder, "*.tsv.gz").Order(StringComparer.Ordinal))
        {
            using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            using var reader = new StreamReader(gzip);
            var words = new List<string>();
            var sentences = 0;
            while (reader.ReadLine() is { } line)
            {
                if (line.Length > 0)
                {
                    words.Add(line.Split('\t')[0]);
                }
                else if (++sentences % SentencesOfText == 0)
                {
                    Add(Path.GetFileName(path).Split('.')[0], string.Join(' ', words));
                    words.Clear();
                }
            }
        }
    }

    public List<(string Language, byte[] Cells)> Sketches()
    {
        var sketches = new List<(string, byte[])>();
        foreach (var (language, counts) in _counts)
        {
            var cells = new int[Background.Cells];
            foreach (var (stem, count) in counts.OrderBy(pair => pair.Key))
            {
                // Conservative: only the smaller of the two cells has to hold the count.
                var (a, b) = (Background.First(stem), Background.Second(stem));
                var least = Math.Min(cells[a], cells[b]) + count;
                cells[a] = Math.Max(cells[a], least);
                cells[b] = Math.Max(cells[b], least);
            }

            sketches.Add((language, [.. cells.Select(Background.Cell)]));
        }

        return sketches;
    }
}
