namespace Intake.Extract.Rtf;

/// <summary>Counts tracked changes: neighbouring runs of text that were inserted, or deleted, are one.</summary>
internal sealed class RtfChanges
{
    private bool _isInserted;
    private bool _isDeleted;

    public int Count { get; private set; }

    /// <summary>Whether text in this group is part of the document: it was not deleted.</summary>
    public bool Keeps(in RtfGroup group)
    {
        var isInserted = group.IsInserted && !group.IsDeleted;
        Count += (isInserted && !_isInserted) || (group.IsDeleted && !_isDeleted) ? 1 : 0;
        (_isInserted, _isDeleted) = (isInserted, group.IsDeleted);
        return !group.IsDeleted;
    }
}
