using System.Xml;

namespace Intake.Extract.Word;

/// <summary>
/// Reads Word documents (docx): the body, then footnotes and endnotes. The parts are streamed from the archive; nothing
/// they point to outside is opened.
/// </summary>
internal sealed class WordReader(ExtractLimits limits)
{
    /// <summary>Parts a document may name; most name ten.</summary>
    private const int MostParts = 200;

    public ReadText Read(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        using var zip = BoundedZip.Open(bytes, limits);
        var writer = new BlockWriter(limits);
        string? problem = null;
        try
        {
            var main = Relationships(zip, "").FirstOrDefault(part => part.Type == "officeDocument").Target ?? "word/document.xml";
            if (!zip.Has(main))
            {
                throw new UnreadableException("This Word document has no text part and could not be read; it is kept as received.");
            }

            var parts = Relationships(zip, main);
            using var stylesXml = parts.FirstOrDefault(part => part.Type == "styles").Target is { } path ? zip.OpenXml(path) : null;
            var styles = stylesXml is null ? WordStyles.None : WordStyles.Read(stylesXml, limits.Depth);

            Part(main, PassageKind.Paragraph);
            foreach (var part in parts.Where(part => part.Type is "footnotes" or "endnotes"))
            {
                Part(part.Target, PassageKind.Note);
            }

            void Part(string target, PassageKind kind)
            {
                using var xml = zip.OpenXml(target);
                if (xml is not null)
                {
                    new WordPart(xml, writer, styles, kind, limits.Depth).Read(ct);
                }
            }
        }
        catch (UnreadableException unreadable)
        {
            problem = unreadable.Message;
        }
        catch (Exception e) when (e is XmlException || BoundedZip.IsBroken(e))
        {
            problem = BoundedZip.Broken().Message;
        }

        var read = writer.Finish(DocumentKind.Docx);
        return problem is null ? read
            : read with { Problem = read.Blocks.Count == 0 ? problem : "This document is damaged; only the part before the damage was read." };
    }

    /// <summary>The parts that a part (or, for "", the package) is made of, in the order given.</summary>
    private List<(string Type, string Target)> Relationships(BoundedZip zip, string part)
    {
        var slash = part.LastIndexOf('/');
        var (folder, name) = (part[..(slash + 1)], part[(slash + 1)..]);
        var found = new List<(string, string)>();
        using var xml = zip.OpenXml($"{folder}_rels/{name}.rels");
        while (xml is not null && found.Count < MostParts && xml.ReadWithin(limits.Depth))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Type") is { } type && xml.GetAttribute("Target") is { } target)
            {
                // The rest of a type's address differs between the transitional and the strict format.
                found.Add((type[(type.LastIndexOf('/') + 1)..], target.StartsWith('/') ? target[1..] : folder + target));
            }
        }

        return found;
    }
}
