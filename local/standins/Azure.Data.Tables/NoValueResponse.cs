namespace Azure.Data.Tables;

/// <summary>The answer to a question for an entity that is not there.</summary>
internal sealed class NoValueResponse<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value =>
        throw new InvalidOperationException($"There is no value: status {response.Status} ({response.ReasonPhrase}).");

    public override Response GetRawResponse() => response;
}
