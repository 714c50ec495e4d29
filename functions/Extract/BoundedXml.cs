using System.Xml;

namespace Intake.Extract;

/// <summary>
/// XML from outside, without DTD, entities or anything beyond it. What the framework's reader holds in memory is limited
/// too: the attributes of one element, the names of all, and how many are open.
/// </summary>
internal static class BoundedXml
{
    /// <param name="stream">The document; closed with the reader.</param>
    /// <param name="limits">Past them the reader throws <see cref="UnreadableException"/>.</param>
    public static XmlReader Over(Stream stream, ExtractLimits limits)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
            NameTable = new BoundedNameTable(limits.XmlNames),
        };
        var watched = new WatchedStream(stream, new TagMeter(limits).Pass);
        return new BoundedXmlReader(XmlReader.Create(watched, settings), limits.Depth);
    }
}
