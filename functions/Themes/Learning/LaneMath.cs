using System.Numerics;

namespace Intake.Themes.Learning;

/// <summary>Sums over all themes at once: a feature's weights lie side by side. Each theme's sum is added up in the
/// order of the text, however wide the machine's vectors are.</summary>
internal static class LaneMath
{
    /// <summary>Themes are padded to a multiple of this.</summary>
    public const int Width = 8;

    public static int Padded(int themes) => (themes + Width - 1) / Width * Width;

    /// <summary>into += row * factor.</summary>
    public static void Add(Span<float> into, ReadOnlySpan<float> row, float factor)
    {
        var i = 0;
        if (Vector<float>.Count <= Width)
        {
            var times = new Vector<float>(factor);
            for (; i + Vector<float>.Count <= into.Length; i += Vector<float>.Count)
            {
                (new Vector<float>(into[i..]) + new Vector<float>(row[i..]) * times).CopyTo(into[i..]);
            }
        }

        for (; i < into.Length; i++)
        {
            into[i] += row[i] * factor;
        }
    }

    /// <summary>The sums of a text over the rows of its features.</summary>
    public static void Sum(ReadOnlySpan<int> indexes, ReadOnlySpan<float> values, float[] rows, Span<float> into)
    {
        into.Clear();
        for (var i = 0; i < indexes.Length; i++)
        {
            Add(into, rows.AsSpan(indexes[i] * into.Length, into.Length), values[i]);
        }
    }
}
