namespace Intake.Extract.OpenDocument;

/// <summary>What the files of one OpenDocument text share, and what is found in them besides text.</summary>
internal sealed class OdtDocument
{
    private readonly List<ReadText> _margins = [];

    public OdtDocument(ExtractLimits limits)
    {
        Limits = limits;
        Lists = new(Styles);
    }

    public ExtractLimits Limits { get; }

    public OdtStyles Styles { get; } = new();

    public OdtLists Lists { get; }

    public OdtForms Forms { get; } = new();

    /// <summary>What stands in the margins of the pages.</summary>
    public IReadOnlyList<ReadText> Margins => _margins;

    public int Comments { get; set; }

    public int TrackedChanges { get; set; }

    public void AddMargin(ReadText margin)
    {
        if (_margins.Count < PageMargins.Most)
        {
            _margins.Add(margin);
        }
    }
}
