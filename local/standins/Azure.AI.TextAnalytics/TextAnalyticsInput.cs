namespace Azure.AI.TextAnalytics;

/// <summary>A text and the id, unique in its batch, that its result will carry.</summary>
public class TextAnalyticsInput
{
    internal TextAnalyticsInput(string id, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(text);
        Id = id;
        Text = text;
    }

    public string Id { get; }

    public string Text { get; }
}

/// <summary>A text in a known language; without one, the client's default language is sent.</summary>
public class TextDocumentInput : TextAnalyticsInput
{
    public TextDocumentInput(string id, string text)
        : base(id, text)
    {
    }

    public string Language { get; set; }
}

/// <summary>A text whose language is asked for.</summary>
public class DetectLanguageInput : TextAnalyticsInput
{
    /// <summary>The country hint that says there is none.</summary>
    public const string None = "";

    public DetectLanguageInput(string id, string text)
        : base(id, text)
    {
    }

    public string CountryHint { get; set; }
}
