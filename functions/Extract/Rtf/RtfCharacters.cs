namespace Intake.Extract.Rtf;

/// <summary>The characters that RTF has words and symbols for.</summary>
internal static class RtfCharacters
{
    public static char? OfWord(string word) => word switch
    {
        "tab" => '\t',
        "emdash" => '—',
        "endash" => '–',
        "emspace" or "enspace" or "qmspace" => ' ',
        "bullet" => '•',
        "lquote" => '‘',
        "rquote" => '’',
        "ldblquote" => '“',
        "rdblquote" => '”',
        "ltrmark" => '\u200e',
        "rtlmark" => '\u200f',
        "zwj" => '\u200d',
        "zwnj" => '\u200c',
        "zwbo" => '\u200b',
        _ => null,
    };

    /// <summary>Hyphens where a word may be divided (<c>\-</c>) are no text.</summary>
    public static char? OfSymbol(byte symbol) => (char)symbol switch
    {
        '~' => '\u00a0',
        '_' => '-',
        _ => null,
    };
}
