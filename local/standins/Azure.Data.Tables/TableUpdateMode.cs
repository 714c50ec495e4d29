namespace Azure.Data.Tables;

/// <summary>Whether properties that are not sent stay (merge) or go (replace).</summary>
public enum TableUpdateMode
{
    Merge = 0,
    Replace = 1,
}
