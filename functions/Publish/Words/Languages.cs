namespace Intake.Publish;

/// <summary>Languages by English name and direction of writing, for the tags that contributions bear.</summary>
internal static class Languages
{
    private static readonly CodeTable Names = new(
        """
        am Amharic;ar Arabic;az Azerbaijani;be Belarusian;bg Bulgarian;bn Bengali;bs Bosnian;ca Catalan;cs Czech;
        da Danish;de German;el Greek;en English;es Spanish;et Estonian;eu Basque;fa Persian;fi Finnish;fr French;
        gl Galician;ha Hausa;he Hebrew;hi Hindi;hr Croatian;hu Hungarian;hy Armenian;id Indonesian;is Icelandic;
        it Italian;ja Japanese;ka Georgian;kk Kazakh;km Khmer;ko Korean;ky Kyrgyz;lo Lao;lt Lithuanian;lv Latvian;
        mk Macedonian;mn Mongolian;ms Malay;my Burmese;nb Norwegian Bokmål;ne Nepali;nl Dutch;no Norwegian;pl Polish;
        ps Pashto;pt Portuguese;ro Romanian;ru Russian;si Sinhala;sk Slovak;sl Slovenian;so Somali;sq Albanian;
        sr Serbian;sv Swedish;sw Swahili;ta Tamil;te Telugu;th Thai;ti Tigrinya;tl Tagalog;tr Turkish;ug Uyghur;
        uk Ukrainian;ur Urdu;uz Uzbek;vi Vietnamese;yo Yoruba;zh Chinese;zu Zulu
        """);

    private static readonly HashSet<string> RightToLeft = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
    };

    /// <summary>Null when the language is not known; the tag itself when it has no name here.</summary>
    public static string? Name(string tag) =>
        IsUnknown(tag) ? null : Names.Name(Primary(tag), tag);

    /// <summary>For an HTML <c>lang</c> attribute, in which an unknown language is empty.</summary>
    public static string Attribute(string tag) => IsUnknown(tag) ? "" : tag;

    /// <summary>For an HTML <c>dir</c> attribute.</summary>
    public static string Direction(string tag) => tag switch
    {
        _ when IsUnknown(tag) => "auto",
        _ when tag.Contains("-Latn", StringComparison.OrdinalIgnoreCase) => "ltr",
        _ when tag.Contains("-Arab", StringComparison.OrdinalIgnoreCase) => "rtl",
        _ when tag.Contains("-Hebr", StringComparison.OrdinalIgnoreCase) => "rtl",
        _ => RightToLeft.Contains(Primary(tag)) ? "rtl" : "ltr",
    };

    /// <summary><c>rtl</c> or <c>ltr</c>; of a language that is not known, by the first letter.</summary>
    public static string Direction(string tag, string text) => Direction(tag) switch
    {
        "auto" => text.FirstOrDefault(char.IsLetter) is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFEFC') ? "rtl" : "ltr",
        var direction => direction,
    };

    private static bool IsUnknown(string tag) => tag.Length == 0 || tag == "und";

    private static string Primary(string tag) => tag.Split('-', 2)[0];
}
