namespace Intake.Extract.Word;

/// <summary>What kind of text a part of a Word document holds.</summary>
internal enum WordPartKind
{
    Body,
    Notes,
    Margin,
}

/// <summary>What the parts of one Word document share, and what is found in them besides text.</summary>
internal sealed class WordDocument(WordStyles styles, WordNumbering numbering, int maxDepth, Action<string> chunk)
{
    private readonly List<(string Type, string Id)> _margins = [];

    public WordStyles Styles { get; } = styles;

    public WordLists Lists { get; } = new(numbering, styles);

    /// <summary>Elements open at the same time.</summary>
    public int MaxDepth { get; } = maxDepth;

    public int TrackedChanges { get; set; }

    /// <summary>A first page has margins of its own.</summary>
    public bool HasTitlePage { get; set; }

    /// <summary>Even pages have margins of their own.</summary>
    public bool HasEvenPages { get; set; }

    /// <summary>The relationships of the headers and footers that pages really show.</summary>
    public IEnumerable<string> Margins => _margins.Where(margin => margin.Type switch
    {
        "first" => HasTitlePage,
        "even" => HasEvenPages,
        _ => true,
    }).Select(margin => margin.Id).Distinct(StringComparer.Ordinal);

    public void Margin(string type, string id)
    {
        if (_margins.Count < PageMargins.Most)
        {
            _margins.Add((type, id));
        }
    }

    /// <summary>Reads another document inserted at this place, by its relationship.</summary>
    public void Chunk(string id) => chunk(id);
}
