namespace Intake.Extract;

/// <summary>What is to be known of a passage before it is counted as something its contributor says.</summary>
[Flags]
public enum PassageFlags
{
    None = 0,

    /// <summary>Says that something is still to be written: "(to be complemented)", "[paragraph on financing]".</summary>
    Placeholder = 1,

    /// <summary>Says word for word what an earlier passage of the same document says.</summary>
    Repeated = 2,

    /// <summary>Quoted from an earlier statement of somebody else.</summary>
    Quoted = 4,

    /// <summary>
    /// A mail's history, signature, legal footer or forwarding header, or the header or footer of a document's pages: kept,
    /// and folded when shown.
    /// </summary>
    Folded = 8,
}
