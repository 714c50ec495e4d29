namespace Intake.Extract.Converters;

/// <summary>A program that is not ours and may be absent.</summary>
/// <param name="Program">Its name on the search path.</param>
/// <param name="Package">The Debian package that has it.</param>
/// <param name="Reads">The kind of document, as the start of a sentence.</param>
internal sealed record Converter(string Program, string Package, string Reads)
{
    public static readonly Converter PdfToText = new("pdftotext", "poppler-utils", "PDF");
    public static readonly Converter PdfDetach = new("pdfdetach", "poppler-utils", "PDF");
    public static readonly Converter Antiword = new("antiword", "antiword", "Word 97");
    public static readonly Converter Catdoc = new("catdoc", "catdoc", "Word 97");

    public string MissingSentence => $"{Reads} cannot be read here: install {Package}";
}
