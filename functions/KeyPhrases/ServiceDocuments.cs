using System.Globalization;

namespace Intake.KeyPhrases;

/// <summary>Cuts passages into documents that Azure AI Language takes.</summary>
internal static class ServiceDocuments
{
    /// <summary>Text elements of one document, as the service counts them (StringInfo.LengthInTextElements).</summary>
    public const int MaxTextElements = 5_120;

    /// <summary>UTF-16 units of one document: keeps ten of them below the service's 1 MB a request, whatever the text
    /// elements are made of.</summary>
    public const int MaxLength = 20_000;

    /// <summary>The documents of a text, in order: where each starts, and its length. Text of spaces only has none: the
    /// service refuses it.</summary>
    public static IEnumerable<(int Start, int Length)> Cut(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = Math.Max(Whole(text, start), 1);
            if (!string.IsNullOrWhiteSpace(text.Substring(start, length)))
            {
                yield return (start, length);
            }

            start += length;
        }
    }

    private static int Whole(string text, int start)
    {
        var window = text.AsSpan(start, Math.Min(MaxLength, text.Length - start));
        if (start + window.Length < text.Length && char.IsHighSurrogate(window[^1]))
        {
            window = window[..^1];
        }

        var length = 0;
        for (var elements = 0; elements < MaxTextElements && length < window.Length; elements++)
        {
            length += StringInfo.GetNextTextElementLength(window[length..]);
        }

        return length;
    }
}
