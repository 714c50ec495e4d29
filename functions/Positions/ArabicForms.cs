namespace Intake.Positions;

/// <summary>What an Arabic word is looked for as: without "and", "in", "for" and the article, which are written together with
/// it, and without what tells a verb's person.</summary>
internal static class ArabicForms
{
    /// <summary>Letters that have to remain.</summary>
    private const int Least = 2;
    private const int LeastOfVerb = 3;

    /// <param name="word">Folded.</param>
    /// <returns>The word first, then with less and less before it.</returns>
    public static string[] Of(string word)
    {
        var forms = new List<string> { word };
        var rest = word.AsSpan();
        if (rest.Length > Least && rest[0] is 'و' or 'ف')
        {
            Add(rest = rest[1..]);
        }

        if (rest.StartsWith("لل", StringComparison.Ordinal) && rest.Length > Least + 2)
        {
            Add(rest = rest[2..]);
        }
        else
        {
            if (rest.Length > Least && rest[0] is 'ب' or 'ك' or 'ل' or 'س')
            {
                Add(rest[1..]);
                rest = rest[1..].StartsWith("ال", StringComparison.Ordinal) || rest[0] is 'س' ? rest[1..] : rest;
            }

            if (rest.StartsWith("ال", StringComparison.Ordinal) && rest.Length >= Least + 2)
            {
                Add(rest = rest[2..]);
            }
        }

        if (rest.Length > LeastOfVerb && rest[0] is 'ي' or 'ت' or 'ن')
        {
            Add(rest[1..]);
        }

        return [.. forms];

        void Add(ReadOnlySpan<char> form) => forms.Add(new string(form));
    }
}
