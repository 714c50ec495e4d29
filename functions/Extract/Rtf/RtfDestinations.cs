using System.Collections.Frozen;

namespace Intake.Extract.Rtf;

/// <summary>Which groups hold text of the document, and which do not.</summary>
internal static class RtfDestinations
{
    /// <summary>
    /// Not text of the document, though often written without the mark that says so (<c>\*</c>): tables, pictures, what
    /// embedded objects are, entries of an index, second renderings for old programs.
    /// </summary>
    private static readonly FrozenSet<string> Skipped = Set(
        "aftncn aftnsep aftnsepc atnauthor atndate atnicn atnid atnparent atnref atntime atrfend atrfstart background bkmkend bkmkstart blipuid bxe category " +
        "colorschememapping colortbl company datafield datastore defchp defpap docvar doccomm factoidname filetbl fldtype fname fontemb fontfile ftncn ftnsep ftnsepc " +
        "generator hlinkbase info keywords latentstyles levelnumbers leveltext linkval listlevel listname listoverride listoverridetable listpicture liststylename listtable " +
        "mhtmltag mmathPict nextfile nonesttables nonshppict objalias objclass objdata objname objsect objtime oldcprops oldpprops oldsprops oldtprops " +
        "operator panose passwordhash pgdsctbl picprop pict pn pnseclvl pntxta pntxtb private propname protusertbl revtbl rsidtbl rxe shppict shprslt " +
        "sp staticval svb tc template themedata txe userprops wgrffmtfilter writereservation writereservhash xe xform xmlattrname xmlattrvalue xmlclose xmlname xmlnstbl xmlopen");

    /// <summary>Marked as not known to every program, but known to this one.</summary>
    private static readonly FrozenSet<string> Known = Set(
        "shpinst do ud nesttableprops moMath moMathPara htmltag formfield ffl fldinst footnote annotation listtext pntext shptxt dptxbxtext fldrslt header headerl headerr " +
        "headerf footer footerl footerr footerf");

    public static bool IsSkipped(string word) => Skipped.Contains(word)
        || (word.Length > 3 && word[0] == 'm' && (word.EndsWith("Pr", StringComparison.Ordinal) || word is "mtype" or "mbegChr" or "mendChr" or "msepChr" or "mchr"));

    public static bool IsKnown(string word) => Known.Contains(word);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
