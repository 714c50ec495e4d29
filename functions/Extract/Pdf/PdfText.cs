using System.Text;

namespace Intake.Extract.Pdf;

/// <summary>What the letters of a page need before they are text.</summary>
internal static class PdfText
{
    /// <summary>Marks and embeddings of direction, which the converter adds around right-to-left words.</summary>
    public static bool IsDirectionMark(char c) => c is '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    /// <summary>One line: blanks for white space, no marks of direction, and letters for the forms that fonts have of them.</summary>
    public static string Clean(string line)
    {
        var clean = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (char.IsWhiteSpace(c))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (IsForm(c))
            {
                clean.Append(c.ToString().Normalize(NormalizationForm.FormKC));
            }
            else if (!IsDirectionMark(c) && !char.IsControl(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>Ligatures ("ﬁ") and the shapes of Hebrew and Arabic letters at the ends and in the middle of words.</summary>
    private static bool IsForm(char c) => c is (>= '\ufb00' and <= '\ufb4f') or (>= '\ufb50' and <= '\ufdfb') or (>= '\ufe70' and <= '\ufefc');
}
