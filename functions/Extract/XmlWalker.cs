using System.Xml;

namespace Intake.Extract;

/// <summary>
/// Walks through the XML of a document element by element, without recursion: an empty element begins and ends like any
/// other, and what lies in an element that is skipped is not met.
/// </summary>
/// <param name="xml">The document, before its first element.</param>
/// <param name="maxDepth">Elements open at the same time.</param>
internal abstract class XmlWalker(XmlReader xml, int maxDepth)
{
    private readonly char[] _buffer = new char[4096];
    private int _skipTo = -1;

    /// <summary>Nothing more is to be read.</summary>
    protected abstract bool IsDone { get; }

    /// <summary>Characters are wanted where the reader stands.</summary>
    protected abstract bool TakesText { get; }

    public void Read(CancellationToken ct)
    {
        while (!IsDone && xml.Read())
        {
            ct.ThrowIfCancellationRequested();
            if (xml.Depth > maxDepth)
            {
                throw new UnreadableException("This document is nested too deeply and could not be read; it is kept as received.");
            }

            if (_skipTo >= 0)
            {
                _skipTo = xml.NodeType == XmlNodeType.EndElement && xml.Depth == _skipTo ? -1 : _skipTo;
                continue;
            }

            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    var (name, isEmpty) = (xml.LocalName, xml.IsEmptyElement);
                    Start(name, isEmpty);
                    if (isEmpty && _skipTo < 0)
                    {
                        End(name);
                    }

                    _skipTo = isEmpty ? -1 : _skipTo;
                    break;
                case XmlNodeType.EndElement:
                    End(xml.LocalName);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when TakesText:
                    for (var count = xml.ReadValueChunk(_buffer, 0, _buffer.Length); count > 0; count = xml.ReadValueChunk(_buffer, 0, _buffer.Length))
                    {
                        Text(_buffer.AsSpan(0, count));
                    }

                    break;
            }
        }
    }

    /// <summary>Leaves out the element that begins here, and everything in it; its end is not met either.</summary>
    protected void Skip() => _skipTo = xml.Depth;

    protected abstract void Start(string name, bool isEmpty);

    protected abstract void End(string name);

    protected abstract void Text(ReadOnlySpan<char> text);
}
