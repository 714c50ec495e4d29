using System.Xml;

namespace Intake.Extract.Word;

/// <summary>
/// The parts of a Word document and what relates them (ECMA-376, part 2). Documents in the wild have parts under other
/// names and relationships that lead nowhere, so each way to the text is tried in turn.
/// </summary>
internal sealed class WordPackage(BoundedZip zip)
{
    /// <summary>Relationships of one part; most name ten, but every link and picture has one.</summary>
    private const int Most = 20_000;

    /// <exception cref="UnreadableException">There is none.</exception>
    public string MainPart()
    {
        var related = Relationships("").Where(part => part.Type == "officeDocument").Select(part => part.Target);
        return related.Concat(DeclaredMainParts()).Append("word/document.xml").FirstOrDefault(zip.Has)
            ?? throw new UnreadableException("This Word document has no text part and could not be read; it is kept as received.");
    }

    /// <summary>The parts that a part (or, for "", the package) is made of, in the order given.</summary>
    public List<WordRelationship> Relationships(string part)
    {
        var slash = part.LastIndexOf('/');
        var (folder, name) = (part[..(slash + 1)], part[(slash + 1)..]);
        var found = new List<WordRelationship>();
        using var xml = zip.OpenXml($"{folder}_rels/{name}.rels");
        while (xml is not null && found.Count < Most && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Type") is { } type && xml.GetAttribute("Target") is { } target)
            {
                // The rest of a type's address differs between the transitional and the strict format.
                found.Add(new(xml.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target)));
            }
        }

        return found;
    }

    /// <summary>The attribute that names a relationship, in either format.</summary>
    public static string RelationshipId(XmlReader xml) =>
        xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") ?? "";

    /// <summary>A path in the archive; one that climbs out of it stays at its root.</summary>
    private static string Resolve(string folder, string target)
    {
        target = Uri.UnescapeDataString(target.Replace('\\', '/'));
        var path = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/'))
        {
            if (step == "..")
            {
                path.RemoveRange(Math.Max(0, path.Count - 1), Math.Min(1, path.Count));
            }
            else if (step is not ("" or "."))
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }

    private IEnumerable<string> DeclaredMainParts()
    {
        using var xml = zip.OpenXml("[Content_Types].xml");
        while (xml is not null && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Override"
                && xml.GetAttribute("ContentType") is { } type && type.EndsWith(".main+xml", StringComparison.OrdinalIgnoreCase))
            {
                yield return (xml.GetAttribute("PartName") ?? "").TrimStart('/');
            }
        }
    }
}

/// <summary>One part as another names it.</summary>
/// <param name="Id">How the text refers to it.</param>
/// <param name="Type">The last word of the type's address: "styles", "footnotes".</param>
/// <param name="Target">Its path in the archive.</param>
internal sealed record WordRelationship(string Id, string Type, string Target);
