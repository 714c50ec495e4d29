using Azure;

namespace Intake.Local.Hosting.Blobs;

/// <summary>A blob as it was when it was seen.</summary>
internal sealed record BlobVersion(string Name, ETag ETag);
