namespace Intake.PersonalData;

/// <summary>Covers personal data in what everybody sees.</summary>
public static class PersonalDataMask
{
    public const char Sign = '█';

    /// <summary>The text with each piece covered, sign for sign, so that every offset into it stays true. Spaces and line
    /// ends stay.</summary>
    public static string Cover(string text, IReadOnlyList<PersonalDatum> found)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(found);
        return found.Count == 0 ? text : string.Create(text.Length, (text, found), static (masked, state) =>
        {
            state.text.CopyTo(masked);
            foreach (var datum in state.found)
            {
                foreach (ref var c in masked[datum.Start..datum.End])
                {
                    c = char.IsWhiteSpace(c) ? c : Sign;
                }
            }
        });
    }

    /// <summary>A short text, such as a title, that has no stage of its own.</summary>
    public static string Line(string text) => Cover(text, PersonalDataFinder.Find(text));

    /// <summary>A file's name; its extension stays, since it says what the file is.</summary>
    public static string FileName(string name)
    {
        var extension = Path.GetExtension(name);
        var stem = name[..^extension.Length];
        return PersonalDataFinder.IsIn(stem) ? Line(stem) + extension : Line(name);
    }
}
