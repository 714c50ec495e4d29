using System.Text.Json;

namespace Intake.Local.Hosting;

/// <summary>A queue message's or a blob's bytes as the type a function asks for.</summary>
internal static class Content
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    public static object? As(Type type, BinaryData content) =>
        type == typeof(string) ? content.ToString()
        : type == typeof(BinaryData) ? content
        : type == typeof(byte[]) ? content.ToArray()
        : type == typeof(Stream) ? content.ToStream()
        : JsonSerializer.Deserialize(content.ToMemory().Span, type, Json);
}
