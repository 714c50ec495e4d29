namespace Intake.Extract.Pdf;

/// <summary>One page: its text as the converter writes it, and the same text by lines with their places.</summary>
/// <param name="Text">In reading order.</param>
/// <param name="Height">In points; 0 where it is not known.</param>
/// <param name="Lines">Null when the layout is not known or does not agree with the text.</param>
internal sealed record PdfPage(string Text, double Height, IReadOnlyList<PdfLine>? Lines);
