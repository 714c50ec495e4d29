using System.Text;
using Intake.Extract.Charsets;

namespace Intake.Extract.Rtf;

/// <summary>The font table: in RTF the font decides which character a byte is.</summary>
internal sealed class RtfFonts
{
    /// <summary>Fonts kept; documents have up to a few hundred.</summary>
    private const int Most = 10_000;

    private const int LongestName = 64;
    private const int SymbolCharset = 2;

    private readonly Dictionary<int, Font> _fonts = [];
    private Font _current = new();
    private int _defaultFont;

    /// <summary>The character set of text in no font, or in one that says nothing about it.</summary>
    public Encoding Default { get; private set; } = Charset.Windows1252;

    /// <summary>A word about fonts or character sets.</summary>
    /// <returns>Whether it is one.</returns>
    public bool Word(string word, int parameter, ref RtfGroup group)
    {
        switch (word)
        {
            case "fonttbl":
                group.Destination = RtfDestination.FontTable;
                break;
            case "f" when group.Destination == RtfDestination.FontTable:
                Begin(parameter);
                break;
            case "fcharset":
                _current.IsSymbol = parameter == SymbolCharset;
                _current.Encoding ??= OfCodePage(CodePage(parameter));
                break;
            case "cpg":
                // Goes before the character set.
                _current.Encoding = OfCodePage(parameter) ?? _current.Encoding;
                break;
            case "f":
                group.Font = parameter;
                group.OtherFont = group.UsesOtherFont ? parameter : group.OtherFont;
                break;
            case "af":
                group.OtherFont = group.UsesOtherFont ? parameter : group.OtherFont;
                break;
            case "rtlch" or "dbch":
                group.UsesOtherFont = true;
                break;
            case "ltrch" or "loch" or "hich":
                group.UsesOtherFont = false;
                break;
            case "deff":
                _defaultFont = parameter;
                break;
            case "ansicpg" or "mac" or "pc" or "pca":
                Default = OfCodePage(word switch { "mac" => 10000, "pc" => 437, "pca" => 850, _ => parameter }) ?? Default;
                break;
            default:
                return false;
        }

        return true;
    }

    public void Name(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c != ';' && _current.Name.Length < LongestName)
            {
                _current.Name.Append(c);
            }
        }
    }

    public Encoding Of(int number) => Find(number)?.Encoding ?? Default;

    /// <summary>
    /// The font's name, if its characters are known to be signs instead of letters; else null. Others that say so may be
    /// alphabets from before Unicode.
    /// </summary>
    public string? SymbolName(int number) => Find(number) is { IsSymbol: true } font && IsSigns(font.Name.ToString()) ? font.Name.ToString() : null;

    private static bool IsSigns(string font) =>
        font.Equals("Symbol", StringComparison.OrdinalIgnoreCase) || font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase)
        || font.Contains("Dingbats", StringComparison.OrdinalIgnoreCase) || font.StartsWith("Webdings", StringComparison.OrdinalIgnoreCase);

    private void Begin(int number)
    {
        _current = new();
        if (_fonts.Count < Most)
        {
            _fonts[number] = _current;
        }
    }

    private Font? Find(int number) => _fonts.GetValueOrDefault(number < 0 ? _defaultFont : number);

    private static Encoding? OfCodePage(int codePage) => codePage switch
    {
        65001 => Encoding.UTF8,
        28591 => Charset.Windows1252,
        > 0 and < 65536 => CodePagesEncodingProvider.Instance.GetEncoding(codePage),
        _ => null,
    };

    /// <summary>Windows code page of a character set (<c>\fcharset</c>); 0 for the document's own.</summary>
    private static int CodePage(int charset) => charset switch
    {
        0 => 1252,
        77 => 10000,
        78 => 10001,
        79 => 10003,
        80 => 10008,
        81 => 10002,
        83 => 10005,
        84 => 10004,
        85 => 10006,
        86 => 10081,
        87 => 10021,
        88 => 10029,
        89 => 10007,
        128 => 932,
        129 => 949,
        130 => 1361,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 or 181 => 1255,
        178 or 179 or 180 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        254 => 437,
        255 => 850,
        _ => 0,
    };

    private sealed class Font
    {
        public StringBuilder Name { get; } = new();

        public Encoding? Encoding { get; set; }

        public bool IsSymbol { get; set; }
    }
}
