namespace Intake.Extract.Containers;

/// <summary>Reads one document inside another one.</summary>
internal delegate Task<ReadText> ReadInner(ReadOnlyMemory<byte> bytes, string name, string contentType, CancellationToken ct);
