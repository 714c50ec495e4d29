using System.Text.Json;
using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>The digest as data.</summary>
public sealed class DigestJson : IDigestFormat
{
    public string Name => "JSON";

    public string Extension => "json";

    public string ContentType => "application/json; charset=utf-8";

    public bool IsDownload => false;

    public Task<byte[]> RenderAsync(Digest digest, Uri? site, CancellationToken cancellation) =>
        Task.FromResult(JsonSerializer.SerializeToUtf8Bytes(digest, Json.Indented));
}
