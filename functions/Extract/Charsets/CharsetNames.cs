using System.Text;

namespace Intake.Extract.Charsets;

/// <summary>The names that senders give to character sets, and what they mean by them.</summary>
internal static class CharsetNames
{
    /// <summary>No name of a character set is longer.</summary>
    private const int Longest = 40;

    /// <summary>The framework's default gives question marks.</summary>
    public static DecoderFallback Replacement { get; } = new DecoderReplacementFallback("\ufffd");

    /// <summary>The encoding of that name, throwing on bytes that are not its own; null when there is none.</summary>
    public static Encoding? Find(string? given)
    {
        var name = given?.Trim().Trim('"', '\'').ToLowerInvariant();
        if (string.IsNullOrEmpty(name) || name.Length > Longest)
        {
            return null;
        }

        if (name is "utf-7" or "utf7" or "unicode-1-1-utf-7" or "x-unicode-2-0-utf-7")
        {
            return Utf7.Instance;
        }

        // By number where the framework's own are meant: by name it throws for each unknown one, which costs time.
        return CodePage(name) is var number and > 0
            ? number is 65001 or 1200 or 1201 or 12000 or 12001
                ? Encoding.GetEncoding(number, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback)
                : CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback)
            : CodePagesEncodingProvider.Instance.GetEncoding(Prefixed(name), EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
    }

    /// <summary>A code page's encoding with U+FFFD for bytes that are not its own.</summary>
    public static Encoding Lenient(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ReplacementFallback, Replacement)!;

    /// <summary>
    /// What browsers do, and senders mean: Latin-1 and ASCII are windows-1252, Latin-5 is windows-1254, a national standard is
    /// the code page that holds it. 0 for names that .NET knows itself.
    /// </summary>
    private static int CodePage(string name) => name switch
    {
        "iso-8859-1" or "latin1" or "latin-1" or "l1" or "iso8859-1" or "iso_8859-1" or "iso-8859-1:1987" or "iso88591" or "us-ascii" or "ascii" or "ansi_x3.4-1968" or "cp1252" or "8bit" => 1252,
        "ks_c_5601-1987" or "ks_c_5601" or "ks_c_5601-1989" or "euc-kr" or "euc_kr" or "ksc5601" or "cp949" or "ms949" or "uhc" or "korean" => 949,
        "gb2312" or "gb_2312-80" or "gbk" or "x-gbk" or "cp936" or "ms936" or "euc-cn" or "euc_cn" or "chinese" or "csgb2312" or "gb18030" => 54936,
        "big5-hkscs" or "big5hkscs" or "big5_hkscs" or "cp950" or "big-5" or "big5-eten" => 950,
        "euc-jp" or "euc_jp" or "eucjp" or "x-euc-jp" or "x-euc" or "euc_jisx0213" or "euc-jis-2004" => 20932,
        "sjis" or "cp932" or "windows-31j" or "windows-932" or "ms_kanji" or "x-sjis" or "shift-jis" or "shift_jisx0213" or "shift_jis-2004" => 932,
        "iso-2022-jp" or "iso-2022-jp-1" or "iso-2022-jp-2" or "iso-2022-jp-3" or "iso-2022-jp-ext" or "iso2022-jp" or "iso2022jp" or "jis" => 50220,
        "iso2022-kr" or "iso2022kr" => 50225,
        "hz" or "hzgb" => 52936,
        "cp1361" or "ms1361" => 1361,
        "iso-8859-9" or "latin5" or "iso8859-9" or "iso_8859-9" => 1254,
        "iso-8859-11" or "tis620" or "tis-620" or "cp874" => 874,
        "koi8" or "koi8r" => 20866,
        "koi8u" or "koi8-ru" => 21866,
        "macroman" or "mac" or "mac-roman" or "x-mac-roman" => 10000,
        "utf-8" or "utf8" or "unicode-1-1-utf-8" or "utf-8-sig" or "utf8mb4" => 65001,
        "utf-16" or "utf16" or "utf-16le" or "utf16le" or "ucs-2" or "unicode" or "iso-10646-ucs-2" => 1200,
        "utf-16be" or "utf16be" => 1201,
        "utf-32" or "utf32" or "utf-32le" => 12000,
        "utf-32be" => 12001,
        _ => 0,
    };

    private static string Prefixed(string name) =>
        name.StartsWith("cp125", StringComparison.Ordinal) ? "windows-" + name[2..]
        : name.StartsWith("iso8859-", StringComparison.Ordinal) ? "iso-8859-" + name[8..]
        : name.StartsWith("iso-ir-", StringComparison.Ordinal) || !name.StartsWith("iso_8859-", StringComparison.Ordinal) ? name
        : "iso-8859-" + name[9..].Split(':')[0];
}
