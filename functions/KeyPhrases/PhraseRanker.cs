using System.IO.Compression;
using System.Runtime.Intrinsics;

namespace Intake.KeyPhrases;

/// <summary>Boosted trees over <see cref="PhraseFeatures"/>, each with one question a level, so that eight candidates
/// are asked at once; see <c>phrases.md</c>.</summary>
internal sealed class PhraseRanker
{
    /// <summary>Questions of a tree.</summary>
    public const int Depth = 6;

    public const int Leaves = 1 << Depth;

    private static readonly Lazy<PhraseRanker?> Shared = new(Load);

    private readonly byte[] _features;
    private readonly float[] _thresholds;
    private readonly float[] _leaves;

    public PhraseRanker(byte[] features, float[] thresholds, float[] leaves) =>
        (_features, _thresholds, _leaves) = (features, thresholds, leaves);

    public static PhraseRanker? Instance => Shared.Value;

    public int Trees => _features.Length / Depth;

    /// <summary>Adds to <paramref name="scores"/>, as long as the features' stride, the log odds of being a key
    /// phrase.</summary>
    public void Add(PhraseFeatures features, Span<float> scores)
    {
        for (var lane = 0; lane < features.Stride; lane += PhraseFeatures.Lanes)
        {
            var sum = Vector256<float>.Zero;
            for (var tree = 0; tree < Trees; tree++)
            {
                var leaf = Vector256<int>.Zero;
                for (var level = 0; level < Depth; level++)
                {
                    var at = tree * Depth + level;
                    var value = Vector256.Create(features.Of(_features[at]).Slice(lane, PhraseFeatures.Lanes));
                    var above = Vector256.GreaterThan(value, Vector256.Create(_thresholds[at])).AsInt32();
                    leaf |= above & Vector256.Create(1 << level);
                }

                var values = _leaves.AsSpan(tree * Leaves, Leaves);
                sum += Vector256.Create(values[leaf[0]], values[leaf[1]], values[leaf[2]], values[leaf[3]],
                    values[leaf[4]], values[leaf[5]], values[leaf[6]], values[leaf[7]]);
            }

            (sum + Vector256.Create<float>(scores[lane..])).CopyTo(scores[lane..]);
        }
    }

    public void Save(Stream to)
    {
        using var brotli = new BrotliStream(to, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(brotli);
        writer.Write(Trees);
        writer.Write(_features);
        Array.ForEach(_thresholds, writer.Write);
        Array.ForEach(_leaves, leaf => writer.Write((Half)leaf));
    }

    private static PhraseRanker? Load()
    {
        using var stream = EmbeddedText.Find("ranker.bin");
        if (stream is null)
        {
            return null;
        }

        using var brotli = new BrotliStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(brotli);
        var trees = reader.ReadInt32();
        var features = reader.ReadBytes(trees * Depth);
        var thresholds = new float[trees * Depth];
        var leaves = new float[trees * Leaves];
        for (var i = 0; i < thresholds.Length; i++)
        {
            thresholds[i] = reader.ReadSingle();
        }

        for (var i = 0; i < leaves.Length; i++)
        {
            leaves[i] = (float)reader.ReadHalf();
        }

        return new(features, thresholds, leaves);
    }
}
