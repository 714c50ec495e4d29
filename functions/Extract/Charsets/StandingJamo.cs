namespace Intake.Extract.Charsets;

/// <summary>Korean letters that stand alone in a text of code page 1361 as every other character set writes them.</summary>
internal static class StandingJamo
{
    private const string Initials = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private const string Finals = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
    private const char FirstVowel = 'ㅏ';

    public static string Of(string text) => !text.AsSpan().ContainsAnyInRange('\u1100', '\u11c2') ? text
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
