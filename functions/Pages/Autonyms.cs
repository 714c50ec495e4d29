using Intake.Publish;

namespace Intake.Pages;

/// <summary>Languages by the names their speakers give them, for people to find their own whatever the page's language is.</summary>
internal static class Autonyms
{
    private static readonly CodeTable Names = new(
        """
        en English;fr Français;es Español;ru Русский;ar العربية;zh 中文;az Azərbaycanca;ms Bahasa Melayu;bs Bosanski;
        ca Català;da Dansk;de Deutsch;et Eesti;eu Euskara;gl Galego;ha Hausa;hr Hrvatski;id Indonesia;zu isiZulu;
        it Italiano;sw Kiswahili;lv Latviešu;lt Lietuvių;hu Magyar;nl Nederlands;no Norsk;nb Norsk bokmål;
        uz Oʻzbekcha;pl Polski;pt Português;ro Română;sq Shqip;sk Slovenčina;sl Slovenščina;so Soomaali;fi Suomi;
        sv Svenska;tl Tagalog;vi Tiếng Việt;tr Türkçe;yo Èdè Yorùbá;is Íslenska;cs Čeština;el Ελληνικά;be Беларуская;
        bg Български;ky Кыргызча;mk Македонски;mn Монгол;sr Српски;uk Українська;kk Қазақ тілі;hy Հայերեն;he עברית;
        ug ئۇيغۇرچە;ur اردو;fa فارسی;ps پښتو;ne नेपाली;hi हिन्दी;bn বাংলা;ta தமிழ்;te తెలుగు;si සිංහල;th ไทย;lo ລາວ;
        my မြန်မာ;ti ትግርኛ;am አማርኛ;km ខ្មែរ;ka ქართული;ja 日本語;ko 한국어
        """);

    /// <summary>The tags that have a name here, those of the United Nations first.</summary>
    public static IReadOnlyList<string> Tags { get; } = [.. Names.Codes];

    /// <summary>The tag itself when it has no name here.</summary>
    public static string Name(string tag) => Names.Name(tag.Split('-')[0], tag);
}
