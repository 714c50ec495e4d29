using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
        // A tree's six questions stay in registers while all candidates are asked. No bounds are checked within: the stride is
        // a multiple of the lanes, and a leaf's number has six bits.
        ref var sums = ref MemoryMarshal.GetReference(scores[..features.Stride]);
        for (var tree = 0; tree < Trees; tree++)
        {
            ref var leaves = ref MemoryMarshal.GetReference(_leaves.AsSpan(tree * Leaves, Leaves));
            ref var a = ref Question(features, tree, 0, out var isA);
            ref var b = ref Question(features, tree, 1, out var isB);
            ref var c = ref Question(features, tree, 2, out var isC);
            ref var d = ref Question(features, tree, 3, out var isD);
            ref var e = ref Question(features, tree, 4, out var isE);
            ref var f = ref Question(features, tree, 5, out var isF);
            for (nuint lane = 0; lane < (nuint)features.Stride; lane += PhraseFeatures.Lanes)
            {
                var leaf = Bit(in a, lane, isA, 1) | Bit(in b, lane, isB, 2) | Bit(in c, lane, isC, 4)
                    | Bit(in d, lane, isD, 8) | Bit(in e, lane, isE, 16) | Bit(in f, lane, isF, 32);
                var (low, high) = (leaf.GetLower().AsUInt64(), leaf.GetUpper().AsUInt64());
                var (p, q, r, s) = (low[0], low[1], high[0], high[1]);
                var values = Vector256.Create(
                    Leaf(ref leaves, (uint)p), Leaf(ref leaves, (uint)(p >> 32)), Leaf(ref leaves, (uint)q), Leaf(ref leaves, (uint)(q >> 32)),
                    Leaf(ref leaves, (uint)r), Leaf(ref leaves, (uint)(r >> 32)), Leaf(ref leaves, (uint)s), Leaf(ref leaves, (uint)(s >> 32)));
                (Vector256.LoadUnsafe(ref sums, lane) + values).StoreUnsafe(ref sums, lane);
            }
        }
    }

    private ref float Question(PhraseFeatures features, int tree, int level, out Vector256<float> threshold)
    {
        var at = tree * Depth + level;
        threshold = Vector256.Create(_thresholds[at]);
        return ref MemoryMarshal.GetReference(features.Of(_features[at]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Bit(in float values, nuint lane, Vector256<float> threshold, int bit) =>
        Vector256.GreaterThan(Vector256.LoadUnsafe(in values, lane), threshold).AsInt32() & Vector256.Create(bit);

    private static float Leaf(ref float leaves, uint number) => Unsafe.Add(ref leaves, number);

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
