using System.IO.Compression;

namespace Intake.Themes.Learning;

/// <summary>A model as bytes: the same model, the same bytes.</summary>
internal static class ThemeModelFormat
{
    /// <summary>Raised when what is written or how texts are read changes: an older model is then learned anew.</summary>
    public const int Version = 1;

    /// <summary>Features of one model at most; a call's bounded sample of passages has a fraction of it.</summary>
    private const int MaxFeatures = 2_000_000;

    /// <summary>Numbers written one by one would each be compressed alone.</summary>
    private const int BufferBytes = 1 << 16;

    public static byte[] Write(ThemeModel model)
    {
        using var bytes = new MemoryStream();
        using (var compressed = new BrotliStream(bytes, CompressionLevel.Fastest))
        using (var buffered = new BufferedStream(compressed, BufferBytes))
        using (var writer = new BinaryWriter(buffered))
        {
            writer.Write(Version);
            writer.Write(model.Themes);
            writer.Write(model.Features.Length);
            writer.Write(model.Slope);
            writer.Write(model.Offset);
            writer.Write(model.Trust);
            foreach (var feature in model.Features)
            {
                writer.Write(feature);
            }

            for (var i = 0; i < model.Features.Length; i++)
            {
                writer.Write(model.FeatureWeight(i));
            }

            foreach (var value in model.Rows)
            {
                writer.Write((Half)value);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Null for a model of another version.</summary>
    public static ThemeModel? Read(Stream bytes)
    {
        using var compressed = new BrotliStream(bytes, CompressionMode.Decompress);
        using var buffered = new BufferedStream(compressed, BufferBytes);
        using var reader = new BinaryReader(buffered);
        if (reader.ReadInt32() != Version)
        {
            return null;
        }

        var (themes, count) = (reader.ReadInt32(), reader.ReadInt32());
        if (themes <= 0 || count is < 0 or > MaxFeatures)
        {
            throw new InvalidDataException("This is no model of themes.");
        }

        var (slope, offset, trust) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        var features = new uint[count];
        for (var i = 0; i < count; i++)
        {
            features[i] = reader.ReadUInt32();
        }

        var weights = new float[count];
        for (var i = 0; i < count; i++)
        {
            weights[i] = reader.ReadSingle();
        }

        var rows = new float[(count + 1) * LaneMath.Padded(themes)];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = (float)reader.ReadHalf();
        }

        return new(themes, features, weights, rows, (slope, offset), trust);
    }
}
