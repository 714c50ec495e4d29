using System.Text;
using System.Text.RegularExpressions;
using Intake.Extract.Converters;

namespace Intake.Extract.Word;

/// <summary>
/// Reads Word 97 documents (and Word 2 to 95) with antiword, and with catdoc what antiword does not take: it refuses short
/// documents, for one.
/// </summary>
internal sealed partial class DocReader(ExtractLimits limits, ConverterRunner converters)
{
    private const string Kept = "; it is kept as received.";

    public async Task<ReadText> ReadAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        using var folder = await WorkFolder.CreateAsync(bytes, ct);
        var first = await converters.RunAsync(Converter.Antiword, folder, ["-m", "UTF-8.txt", "-w", "0", WorkFolder.Input], ct);
        if (HasText(first))
        {
            return Write(first, DocText.OfAntiword(Decode(first)));
        }

        if (IsEncrypted(first))
        {
            throw new UnreadableException("This document is protected with a password and could not be read" + Kept);
        }

        var second = await converters.RunAsync(Converter.Catdoc, folder, ["-d", "utf-8", "-w", WorkFolder.Input], ct);
        if (HasText(second) && second.End != ConverterEnd.Failed && !IsEncrypted(second))
        {
            return Write(second, DocText.OfCatdoc(Decode(second)));
        }

        throw new UnreadableException(Refusal(first, second));
    }

    private ReadText Write(ConverterResult result, IReadOnlyList<ConvertedParagraph> paragraphs) => ConvertedText.Write(
        limits, DocumentKind.Doc, paragraphs,
        result.End switch
        {
            ConverterEnd.Done => null,
            ConverterEnd.TimeLimit => "Reading this document took too long; only its beginning was read.",
            ConverterEnd.OutputLimit => "The document is very long; only its beginning was read.",
            _ => "This document is damaged; what could be read of it was.",
        });

    private static string Refusal(ConverterResult first, ConverterResult second) => (first.End, second.End) switch
    {
        (ConverterEnd.Missing, _) => Converter.Antiword.MissingSentence,
        (_, ConverterEnd.Missing) => Converter.Catdoc.MissingSentence,
        (ConverterEnd.TimeLimit, _) or (_, ConverterEnd.TimeLimit) => "Reading this document took too long" + Kept,
        _ when IsEncrypted(second) => "This document is protected with a password and could not be read" + Kept,
        _ => "This Word document holds no text that could be read" + Kept,
    };

    private static bool HasText(ConverterResult result) => result.Output.Span.ContainsAnyExcept(" \t\r\n\f"u8);

    private static string Decode(ConverterResult result) => Encoding.UTF8.GetString(result.Output.Span);

    private static bool IsEncrypted(ConverterResult result) => Encrypted().IsMatch(result.Errors) || Encrypted().IsMatch(Encoding.UTF8.GetString(result.Output.Span[..Math.Min(result.Output.Length, 60)]));

    [GeneratedRegex("^(\\[File is encrypted|Encrypted documents)", RegexOptions.NonBacktracking)]
    private static partial Regex Encrypted();
}
