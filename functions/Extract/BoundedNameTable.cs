using System.Xml;

namespace Intake.Extract;

/// <summary>The names in an XML document, which stay in memory as long as it is read: documents have hundreds, attackers millions.</summary>
internal sealed class BoundedNameTable(int most) : NameTable
{
    private int _count;

    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

    private string Counted(string added) =>
        ++_count <= most ? added : throw new UnreadableException("This document has too many different names in its markup and could not be read; it is kept as received.");
}
