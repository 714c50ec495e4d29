using System.Globalization;

namespace Intake.Extract.Charsets;

/// <summary>Reads <c>letters.txt</c>: of each language how often a letter follows another, or a character comes.</summary>
internal static class LetterCounts
{
    public static Dictionary<string, IReadOnlyList<(string Letters, int Count)>> Read()
    {
        using var stream = typeof(LetterCounts).Assembly.GetManifestResourceStream("Intake.Extract.Charsets.letters.txt")
            ?? throw new InvalidOperationException("The assembly was built without letters.txt.");
        using var reader = new StreamReader(stream);
        var languages = new Dictionary<string, IReadOnlyList<(string, int)>>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var tab = line.IndexOf('\t');
                languages[line[..tab]] = [.. line[(tab + 1)..].Split(' ').Select(Pair)];
            }
        }

        return languages;
    }

    /// <summary>"ab12" is twelve times "ab"; the letters are never digits.</summary>
    private static (string Letters, int Count) Pair(string part)
    {
        var digits = part.AsSpan().IndexOfAnyInRange('0', '9');
        return (part[..digits], int.Parse(part.AsSpan(digits), CultureInfo.InvariantCulture));
    }
}
