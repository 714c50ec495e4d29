namespace Intake.KeyPhrases;

/// <summary>Reads the word lists, profiles and models that are built into the assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>The lines of a resource of this folder, without empty lines and those that begin with
    /// <c>#</c>.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = Open(name) ?? throw new InvalidOperationException($"The assembly was built without {name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary>A resource of this folder; null if there is none.</summary>
    public static Stream? Open(string name) =>
        typeof(EmbeddedText).Assembly.GetManifestResourceStream($"Intake.KeyPhrases.{name}");
}
