using System.Collections.Frozen;
using AngleSharp.Html.Parser;

namespace Intake.Extract.Html;

/// <summary>What the names of elements mean for the text in them.</summary>
internal static class HtmlNames
{
    private static readonly FrozenSet<string> Void = Set("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");

    private static readonly FrozenSet<string> Blocks = Set(
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 " +
        "head header hgroup hr html legend li listing main menu nav ol p plaintext pre search section summary table tbody td textarea tfoot th thead tr ul xmp");

    /// <summary>
    /// Never shown. (noscript is: no script runs here.) What is marked as deleted is struck through at most, and not what
    /// the author says any more; what is only struck through (s, strike) may be a manner of writing, and is read.
    /// </summary>
    private static readonly FrozenSet<string> Hidden = Set(
        "script style title template iframe noembed noframes datalist audio video canvas metadata desc rp del xml annotation annotation-xml");

    /// <summary>Inline, but its end matters.</summary>
    private static readonly FrozenSet<string> Tracked = Set("select option optgroup");

    private static readonly FrozenSet<string> Preformatted = Set("pre textarea listing xmp plaintext");

    /// <summary>An end tag does not reach out of these.</summary>
    private static readonly FrozenSet<string> Scopes = Set("table td th caption template");

    private static readonly FrozenSet<string> Lists = Set("ol ul menu dir");

    public static bool IsVoid(string name) => Void.Contains(name);

    /// <summary>Whether it ends the paragraph before it, and is itself ended by another.</summary>
    public static bool IsBlock(string name) => Blocks.Contains(name);

    public static bool IsHidden(string name) => Hidden.Contains(name);

    public static bool IsTracked(string name) => Tracked.Contains(name);

    public static bool IsPreformatted(string name) => Preformatted.Contains(name);

    public static bool IsScope(string name) => Scopes.Contains(name);

    public static bool IsList(string name) => Lists.Contains(name);

    public static bool IsHeading(string name) => name is ['h', >= '1' and <= '6'];

    public static bool IsItem(string name) => name is "li" or "dd" or "dt";

    public static HtmlParseMode Mode(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
