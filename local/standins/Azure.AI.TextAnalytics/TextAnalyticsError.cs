using System.ComponentModel;

namespace Azure.AI.TextAnalytics;

/// <summary>Why the service did not analyse a document, or a batch.</summary>
public readonly struct TextAnalyticsError
{
    internal TextAnalyticsError(string code, string message, string target)
    {
        ErrorCode = code;
        Message = message;
        Target = target;
    }

    public TextAnalyticsErrorCode ErrorCode { get; }

    public string Message { get; }

    public string Target { get; }
}

/// <summary>The service's error codes.</summary>
public readonly struct TextAnalyticsErrorCode : IEquatable<TextAnalyticsErrorCode>
{
    public static readonly string EmptyRequest = nameof(EmptyRequest);
    public static readonly string InternalServerError = nameof(InternalServerError);
    public static readonly string InvalidArgument = nameof(InvalidArgument);
    public static readonly string InvalidCountryHint = nameof(InvalidCountryHint);
    public static readonly string InvalidDocument = nameof(InvalidDocument);
    public static readonly string InvalidDocumentBatch = nameof(InvalidDocumentBatch);
    public static readonly string InvalidParameterValue = nameof(InvalidParameterValue);
    public static readonly string InvalidRequest = nameof(InvalidRequest);
    public static readonly string InvalidRequestBodyFormat = nameof(InvalidRequestBodyFormat);
    public static readonly string MissingInputRecords = nameof(MissingInputRecords);
    public static readonly string ModelVersionIncorrect = nameof(ModelVersionIncorrect);
    public static readonly string NotFound = nameof(NotFound);
    public static readonly string ServiceUnavailable = nameof(ServiceUnavailable);
    public static readonly string UnsupportedLanguageCode = nameof(UnsupportedLanguageCode);

    private readonly string _value;

    private TextAnalyticsErrorCode(string errorCode)
    {
        ArgumentException.ThrowIfNullOrEmpty(errorCode);
        _value = errorCode;
    }

    public static explicit operator string(TextAnalyticsErrorCode errorCode) => errorCode._value;

    public static implicit operator TextAnalyticsErrorCode(string errorCode) => new(errorCode);

    public static bool operator ==(TextAnalyticsErrorCode left, TextAnalyticsErrorCode right) => left.Equals(right);

    public static bool operator !=(TextAnalyticsErrorCode left, TextAnalyticsErrorCode right) => !left.Equals(right);

    public bool Equals(TextAnalyticsErrorCode other) => _value == other._value;

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is TextAnalyticsErrorCode other && Equals(other);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => _value;
}
