namespace Intake.PersonalData;

/// <summary>The personal data in the documents of one revision: a blob that stage 2 writes.</summary>
/// <param name="Engine">Name and version of what found it.</param>
public sealed record PersonalDataSet(string Engine, IReadOnlyList<DocumentPersonalData> Documents)
{
    /// <summary>The text of a document with personal data covered. What was found in another text (an older reading of the
    /// document, or none that is stored) says nothing of this one; the embedded finder is asked then.</summary>
    public static string Cover(PersonalDataSet? set, int document, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = set?.Documents.FirstOrDefault(one => one.Document == document && one.Characters == text.Length);
        return PersonalDataMask.Cover(text, found?.Found ?? PersonalDataFinder.Find(text));
    }
}

/// <param name="Document">The document's number.</param>
/// <param name="Characters">Length of the text it was found in, in UTF-16 units.</param>
public sealed record DocumentPersonalData(int Document, int Characters, IReadOnlyList<PersonalDatum> Found);
