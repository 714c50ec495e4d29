using System.Xml;

namespace Intake.Extract.Word;

/// <summary>
/// Reads Word documents (docx, also templates and those with macros): the body, then footnotes and endnotes, then what
/// stands in the margins of the pages. The parts are streamed from the archive; nothing they point to outside is opened.
/// </summary>
/// <param name="limits">How much is read.</param>
/// <param name="isInserted">The document is a part of another one, which ends the nesting.</param>
internal sealed class WordReader(ExtractLimits limits, bool isInserted = false)
{
    private const string Damaged = "This document is damaged; only the part before the damage was read.";

    private string? _problem;

    public ReadText Read(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        _problem = null;
        using var zip = BoundedZip.Open(bytes, limits);
        var writer = new BlockWriter(limits);
        var margins = new List<ReadText>();
        var (comments, changes) = (0, 0);
        Try(() =>
        {
            var package = new WordPackage(zip);
            var main = package.MainPart();
            var parts = new List<WordRelationship>();
            Try(() => parts = package.Relationships(main));
            var targets = parts.GroupBy(part => part.Id, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Target, StringComparer.Ordinal);
            var styles = Parse("styles", WordStyles.Read) ?? WordStyles.None;
            var chunks = new WordChunks(zip, writer, limits, isInserted);
            var document = new WordDocument(styles, Parse("numbering", WordNumbering.Read) ?? WordNumbering.None, limits.Depth, id => chunks.Read(Target(id), ct))
            {
                HasEvenPages = Parse("settings", xml => Elements(xml, "evenAndOddHeaders")) > 0,
            };
            comments = Parse("comments", xml => Elements(xml, "comment"));

            Part(main, WordPartKind.Body, writer);
            foreach (var part in parts.Where(part => part.Type is "footnotes" or "endnotes"))
            {
                Try(() => Part(part.Target, WordPartKind.Notes, writer));
            }

            foreach (var id in document.Margins)
            {
                var margin = new BlockWriter(PageMargins.Of(limits));
                Try(() => Part(Target(id), WordPartKind.Margin, margin));
                margins.Add(margin.Finish(DocumentKind.Docx));
            }

            changes = document.TrackedChanges;
            _problem ??= chunks.Problem;

            string Target(string id) => targets.GetValueOrDefault(id, "");

            T? Parse<T>(string type, Func<XmlReader, T> read)
            {
                var parsed = default(T);
                Try(() =>
                {
                    using var xml = parts.FirstOrDefault(part => part.Type == type)?.Target is { } path ? zip.OpenXml(path) : null;
                    parsed = xml is null ? default : read(xml);
                });
                return parsed;
            }

            void Part(string target, WordPartKind kind, BlockWriter to)
            {
                using var xml = zip.OpenXml(target);
                if (xml is not null)
                {
                    new WordPart(xml, to, document, kind).Read(ct);
                }
            }
        });

        var read = PageMargins.After(writer.Finish(DocumentKind.Docx), margins, limits);
        read = read with { Comments = comments, TrackedChanges = changes };
        return _problem is null ? read : read with { Problem = _problem == BoundedZip.Broken().Message && read.Blocks.Count > 0 ? Damaged : _problem };
    }

    /// <summary>Damage in one part leaves the others readable.</summary>
    private void Try(Action read)
    {
        try
        {
            read();
        }
        catch (UnreadableException unreadable)
        {
            _problem ??= unreadable.Message;
        }
        catch (Exception e) when (e is XmlException || BoundedZip.IsBroken(e))
        {
            _problem ??= BoundedZip.Broken().Message;
        }
    }

    private static int Elements(XmlReader xml, string name)
    {
        var count = 0;
        while (xml.Read())
        {
            count += xml.NodeType == XmlNodeType.Element && xml.LocalName == name ? 1 : 0;
        }

        return count;
    }
}
