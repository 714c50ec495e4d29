namespace Intake.KeyPhrases;

/// <summary>Reads the word lists, profiles and models that are built into the assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>A resource of this folder; null if there is none.</summary>
    public static Stream? Find(string name) =>
        typeof(EmbeddedText).Assembly.GetManifestResourceStream($"Intake.KeyPhrases.{name}");

    /// <summary>A resource of this folder that has to be there.</summary>
    public static Stream Open(string name) =>
        Find(name) ?? throw new InvalidOperationException($"The assembly was built without {name}.");

    /// <summary>The lines of a resource of this folder, without empty lines and those that begin with
    /// <c>#</c>.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
