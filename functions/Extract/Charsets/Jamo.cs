using System.Text;

namespace Intake.Extract.Charsets;

/// <summary>Korean letters as the code pages write them, where the framework stops halfway.</summary>
internal static class Jamo
{
    private const string Initials = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private const string Finals = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
    private const char FirstVowel = 'ㅏ';
    private const char LastVowel = 'ㅣ';
    private const char Filler = '\u3164';

    /// <summary>A filler and three letters, the last of them a filler too or not: how EUC-KR writes the syllables that it lacks.</summary>
    public static string Composed(string text)
    {
        var at = text.IndexOf(Filler, StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var composed = new StringBuilder(text.Length).Append(text, 0, at);
        while (at < text.Length)
        {
            var syllable = Syllable(text.AsSpan(at));
            composed.Append(syllable == '\0' ? text[at] : syllable);
            at += syllable == '\0' ? 1 : 4;
        }

        return composed.ToString();
    }

    private static char Syllable(ReadOnlySpan<char> text)
    {
        if (text is not [Filler, var first, >= FirstVowel and <= LastVowel, var last, ..])
        {
            return '\0';
        }

        var (initial, final) = (Initials.IndexOf(first, StringComparison.Ordinal), last == Filler ? 0 : Finals.IndexOf(last, StringComparison.Ordinal) + 1);
        return initial < 0 || (final == 0 && last != Filler) ? '\0' : (char)('가' + (((initial * 21) + (text[2] - FirstVowel)) * 28) + final);
    }

    /// <summary>Letters that stand alone in a text of code page 1361: the framework gives those that would join.</summary>
    public static string Standing(string text) => !text.AsSpan().ContainsAnyInRange('\u1100', '\u11c2') ? text
        : string.Create(text.Length, text, static (standing, text) =>
        {
            for (var i = 0; i < standing.Length; i++)
            {
                standing[i] = text[i] switch
                {
                    >= '\u1100' and <= '\u1112' => Initials[text[i] - '\u1100'],
                    >= '\u1161' and <= '\u1175' => (char)(FirstVowel + text[i] - '\u1161'),
                    >= '\u11a8' and <= '\u11c2' => Finals[text[i] - '\u11a8'],
                    var other => other,
                };
            }
        });
}
