using System.Text;

namespace Intake.Extract.Pdf;

/// <summary>What the letters of a page need before they are text.</summary>
internal static class PdfText
{
    private const char LeftToRight = '\u202a';
    private const char EndOfDirection = '\u202c';

    /// <summary>Marks and embeddings of direction, which the converter adds around right-to-left words.</summary>
    public static bool IsDirectionMark(char c) => c is '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    /// <summary>One line: blanks for white space, no marks of direction, and letters for the forms that fonts have of them.</summary>
    public static string Clean(string line)
    {
        var clean = new StringBuilder(line.Length);
        var isBlankDue = false;
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                // The blank behind a number within right-to-left words is written in front of it.
                case LeftToRight:
                    isBlankDue = i + 1 < line.Length && line[i + 1] == ' ';
                    break;
                case EndOfDirection when isBlankDue:
                    AppendBlank(clean);
                    isBlankDue = false;
                    break;
                case var c when char.IsWhiteSpace(c):
                    AppendBlank(clean);
                    break;
                case var c when IsForm(c):
                    clean.Append(c.ToString().Normalize(NormalizationForm.FormKC));
                    break;
                case var c when !IsDirectionMark(c) && !char.IsControl(c):
                    clean.Append(c);
                    break;
            }
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>Whether most letters are Hebrew, Arabic, Syriac, Thaana or N'Ko, or of their presentation forms.</summary>
    public static bool IsRightToLeft(string line)
    {
        var balance = 0;
        foreach (var c in line)
        {
            balance += c is (>= '\u0590' and <= '\u08ff') or (>= '\ufb1d' and <= '\ufdff') or (>= '\ufe70' and <= '\ufefc') ? 1 : char.IsLetter(c) ? -1 : 0;
        }

        return balance > 0;
    }

    private static void AppendBlank(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] != ' ')
        {
            clean.Append(' ');
        }
    }

    /// <summary>Ligatures ("ﬁ") and the shapes of Hebrew and Arabic letters at the ends and in the middle of words.</summary>
    private static bool IsForm(char c) => c is (>= '\ufb00' and <= '\ufb4f') or (>= '\ufb50' and <= '\ufdfb') or (>= '\ufe70' and <= '\ufefc');
}
