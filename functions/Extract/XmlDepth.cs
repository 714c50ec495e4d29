using System.Xml;

namespace Intake.Extract;

/// <summary>Reads XML node by node no deeper than allowed: the framework's reader keeps what is open, whoever opens it.</summary>
internal static class XmlDepth
{
    /// <exception cref="UnreadableException">An element is nested too deeply.</exception>
    public static bool ReadWithin(this XmlReader xml, int maxDepth)
    {
        if (!xml.Read())
        {
            return false;
        }

        return xml.Depth <= maxDepth ? true : throw new UnreadableException("This document is nested too deeply and could not be read; it is kept as received.");
    }
}
