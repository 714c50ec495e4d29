using System.Collections.Frozen;

namespace Intake.Positions;

/// <summary>Reads an embedded file of lines with a language, a kind, and phrases of that kind.</summary>
internal static class PhraseLines
{
    /// <returns>The phrases by language, then by kind.</returns>
    public static FrozenDictionary<string, ILookup<string, StancePhrase>> Load(string file) =>
        Lines(file).GroupBy(line => line[0]).ToFrozenDictionary(
            language => language.Key,
            language => language.SelectMany(line => line[2].Split(' ').Select(phrase => new StancePhrase(line[1], phrase))).ToLookup(phrase => phrase.Kind));

    /// <summary>The fields of each line, without what begins with <c>#</c>.</summary>
    public static List<string[]> Lines(string file)
    {
        using var content = typeof(PhraseLines).Assembly.GetManifestResourceStream("Intake.Positions." + file)
            ?? throw new InvalidOperationException($"{file} is not in the assembly.");
        using var reader = new StreamReader(content);
        var lines = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                lines.Add(line.Split('\t'));
            }
        }

        return lines;
    }
}
