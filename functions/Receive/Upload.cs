using Intake.Storage;

namespace Intake.Receive;

/// <summary>The documents of one request on their way into storage.</summary>
public sealed class Upload(Originals originals, string id)
{
    private readonly List<Document> _documents = [];

    private int _begun;

    /// <summary>The number of the last document begun; one that was cut off has a number too.</summary>
    public int Last => _begun;

    public string Id { get; } = id;

    public IReadOnlyList<Document> Documents => _documents;

    /// <summary>A claim points at these documents: from then on they stay.</summary>
    public bool Kept { get; set; }

    public async Task AddAsync(
        string name, string contentType, Stream content, long maxBytes, CancellationToken cancellation)
    {
        _begun++;
        _documents.Add(await originals.AddAsync(Id, _begun, name, contentType, content, maxBytes, cancellation));
    }

    /// <summary>Forgets what nobody claimed. Not cancelled with the request: what was refused must not stay.</summary>
    public Task DiscardUnlessKeptAsync() =>
        Kept ? Task.CompletedTask : originals.DiscardAsync(Id, _begun, CancellationToken.None);
}
