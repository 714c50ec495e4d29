using System.ComponentModel;

namespace Azure.AI.TextAnalytics;

/// <summary>What made a document's result less good.</summary>
public readonly struct TextAnalyticsWarning
{
    internal TextAnalyticsWarning(string code, string message)
    {
        WarningCode = code;
        Message = message;
    }

    public string Message { get; }

    public TextAnalyticsWarningCode WarningCode { get; }
}

/// <summary>The service's warning codes.</summary>
public readonly struct TextAnalyticsWarningCode : IEquatable<TextAnalyticsWarningCode>
{
    public static readonly string DocumentTruncated = nameof(DocumentTruncated);
    public static readonly string LongWordsInDocument = nameof(LongWordsInDocument);

    private readonly string _value;

    private TextAnalyticsWarningCode(string warningCode)
    {
        ArgumentException.ThrowIfNullOrEmpty(warningCode);
        _value = warningCode;
    }

    public static explicit operator string(TextAnalyticsWarningCode warningCode) => warningCode._value;

    public static implicit operator TextAnalyticsWarningCode(string warningCode) => new(warningCode);

    public static bool operator ==(TextAnalyticsWarningCode left, TextAnalyticsWarningCode right) => left.Equals(right);

    public static bool operator !=(TextAnalyticsWarningCode left, TextAnalyticsWarningCode right) => !left.Equals(right);

    public bool Equals(TextAnalyticsWarningCode other) => _value == other._value;

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is TextAnalyticsWarningCode other && Equals(other);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => _value;
}
