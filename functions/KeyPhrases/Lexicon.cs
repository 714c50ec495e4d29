using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Intake.KeyPhrases;

/// <summary>What is known of the words of one language, by their surface: looked up once, kept for the texts after.
/// Words are told apart by a hash of 64 bits alone. Not for several threads at once.</summary>
internal sealed class Lexicon(WordLists lists, TaggerModel? tagger, Background background)
{
    /// <summary>Words kept from one text to the next.</summary>
    private const int MaxKept = 60_000;

    private ulong[] _keys = new ulong[1 << 13];
    private int[] _values = new int[1 << 13];
    private readonly Dictionary<ulong, int> _stems = [];
    private WordType[] _types = new WordType[1 << 12];
    private StemState[] _states = new StemState[1 << 12];
    private int _count;

    public WordLists Lists => lists;

    public TaggerModel? Tagger => tagger;

    public ref WordType this[int type] => ref _types[type];

    public ref StemState State(int stem) => ref _states[stem];

    /// <summary>Forgets, if it has grown too large. Numbers given before are void.</summary>
    public void Trim()
    {
        if (_count > MaxKept)
        {
            (_keys, _values) = (new ulong[1 << 13], new int[1 << 13]);
            (_types, _states) = (new WordType[1 << 12], new StemState[1 << 12]);
            _stems.Clear();
            _count = 0;
        }
    }

    /// <summary>The number of a word.</summary>
    public int Of(ReadOnlySpan<char> surface)
    {
        var key = Hash(surface);
        var mask = _keys.Length - 1;
        var at = (int)(key >> 32) & mask;
        while (_keys[at] != key)
        {
            if (_keys[at] == 0)
            {
                return Add(surface, key, at);
            }

            at = (at + 1) & mask;
        }

        return _values[at];
    }

    private int Add(ReadOnlySpan<char> surface, ulong key, int at)
    {
        if (_count == _types.Length)
        {
            Array.Resize(ref _types, _count * 2);
        }

        _types[_count] = Make(surface);
        (_keys[at], _values[at]) = (key, _count);
        if (++_count * 2 > _keys.Length)
        {
            Grow();
        }

        return _count - 1;
    }

    private void Grow()
    {
        var (keys, values) = (new ulong[_keys.Length * 2], new int[_keys.Length * 2]);
        for (var i = 0; i < _keys.Length; i++)
        {
            if (_keys[i] != 0)
            {
                var at = (int)(_keys[i] >> 32) & (keys.Length - 1);
                while (keys[at] != 0)
                {
                    at = (at + 1) & (keys.Length - 1);
                }

                (keys[at], values[at]) = (_keys[i], _values[i]);
            }
        }

        (_keys, _values) = (keys, values);
    }

    private WordType Make(ReadOnlySpan<char> surface)
    {
        Span<char> buffer = stackalloc char[Fold.MaxLength];
        var folded = buffer[..Fold.Word(surface, buffer)];
        var type = new WordType
        {
            Traits = lists.Traits(folded) | WordShapes.Traits(folded, surface, lists),
            Length = (byte)Math.Min(surface.Length, byte.MaxValue),
            Surface = Hash(surface),
        };
        var stem = lists.Stemmer.Inflection(folded);
        type.Traits |= lists.Traits(stem) & WordTraits.Generic;
        type.Stem = Hash(stem);
        if (!_stems.TryGetValue(type.Stem, out type.StemNumber))
        {
            _stems[type.Stem] = type.StemNumber = _stems.Count;
            if (type.StemNumber == _states.Length)
            {
                Array.Resize(ref _states, _states.Length * 2);
            }

            _states[type.StemNumber] = default;
        }

        type.Frequency = background.Of(lists.Language, type.Stem);
        if (tagger is not null)
        {
            Vectors(surface, ref type);
        }

        return type;
    }

    private void Vectors(ReadOnlySpan<char> surface, ref WordType type)
    {
        Span<int> rows = stackalloc int[TagFeatures.MaxRows];
        Span<short> sum = stackalloc short[TaggerModel.Width];
        tagger!.Sum(rows[..TagFeatures.Own(surface, rows)], sum);
        type.Own = Vector256.Create<short>(sum);
        tagger.Sum(rows[..TagFeatures.Left(surface, rows)], sum);
        type.Left = Vector256.Create<short>(sum);
        tagger.Sum(rows[..TagFeatures.Right(surface, rows)], sum);
        type.Right = Vector256.Create<short>(sum);
        type.Ending = TagFeatures.Ending(surface);
    }

    /// <summary>Never 0.</summary>
    public static ulong Hash(ReadOnlySpan<char> word)
    {
        var h = (ulong)word.Length * 0x9E3779B97F4A7C15;
        var bytes = MemoryMarshal.AsBytes(word);
        while (bytes.Length >= 8)
        {
            h = (BitOperations.RotateLeft(h, 23) ^ BitConverter.ToUInt64(bytes)) * 0xD6E8FEB86659FD93;
            bytes = bytes[8..];
        }

        var tail = 0UL;
        for (var i = 0; i < bytes.Length; i += 2)
        {
            tail = (tail << 16) | BitConverter.ToUInt16(bytes[i..]);
        }

        h = (BitOperations.RotateLeft(h, 23) ^ tail) * 0xD6E8FEB86659FD93;
        h ^= h >> 32;
        h *= 0xD6E8FEB86659FD93;
        h ^= h >> 29;
        return h | 1;
    }
}

/// <summary>A word by its surface.</summary>
internal struct WordType
{
    public Vector256<short> Own;
    public Vector256<short> Left;
    public Vector256<short> Right;
    public ulong Surface;
    public ulong Stem;
    public int StemNumber;
    public uint Ending;

    /// <summary>How many texts of the background have the word: 8 times the binary logarithm of one more.</summary>
    public byte Frequency;
    public byte Length;
    public WordTraits Traits;
}

/// <summary>Where the figures of a stem are in the present text.</summary>
internal struct StemState
{
    public int Text;
    public int Word;
}
