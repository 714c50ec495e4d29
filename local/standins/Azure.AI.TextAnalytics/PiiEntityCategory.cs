using System.ComponentModel;

namespace Azure.AI.TextAnalytics;

/// <summary>Kinds of personal data; of the service's two hundred, those that letters hold.</summary>
public readonly struct PiiEntityCategory : IEquatable<PiiEntityCategory>
{
    private readonly string _value;

    public PiiEntityCategory(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    public static PiiEntityCategory Address => new(nameof(Address));

    public static PiiEntityCategory Email => new(nameof(Email));

    public static PiiEntityCategory InternationalBankingAccountNumber => new(nameof(InternationalBankingAccountNumber));

    public static PiiEntityCategory IPAddress => new(nameof(IPAddress));

    public static PiiEntityCategory Organization => new(nameof(Organization));

    public static PiiEntityCategory Person => new(nameof(Person));

    public static PiiEntityCategory PhoneNumber => new(nameof(PhoneNumber));

    public static PiiEntityCategory URL => new(nameof(URL));

    public static implicit operator PiiEntityCategory(string value) => new(value);

    public static bool operator ==(PiiEntityCategory left, PiiEntityCategory right) => left.Equals(right);

    public static bool operator !=(PiiEntityCategory left, PiiEntityCategory right) => !left.Equals(right);

    public bool Equals(PiiEntityCategory other) =>
        string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is PiiEntityCategory other && Equals(other);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value;
}
