using System.IO.Compression;

namespace Intake.KeyPhrases;

/// <summary>Reads and writes <c>languages.bin</c>: for each script with several languages a <see cref="LanguageTable"/>,
/// without its zeros.</summary>
internal static class LanguageModel
{
    public static Dictionary<Script, LanguageTable> Read(Stream compressed)
    {
        using var stream = new BrotliStream(compressed, CompressionMode.Decompress, leaveOpen: true);
        using var reader = new BinaryReader(stream);
        var tables = new Dictionary<Script, LanguageTable>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            var script = Enum.Parse<Script>(reader.ReadString());
            tables.Add(script, ReadTable(reader));
        }

        return tables;
    }

    public static void Write(Stream stream, IReadOnlyList<LanguageCounts> scripts)
    {
        using var compressed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(compressed);
        writer.Write7BitEncodedInt(scripts.Count);
        foreach (var script in scripts)
        {
            writer.Write(script.Script.ToString());
            writer.Write7BitEncodedInt(script.Bits);
            writer.Write7BitEncodedInt(script.Languages.Count);
            for (var column = 0; column < script.Languages.Count; column++)
            {
                writer.Write(script.Languages[column].Tag);
                writer.Write(script.Languages[column].Unseen);
                writer.Write(script.Languages[column].Prior);
                WriteColumn(writer, script.Languages[column].Gains);
            }
        }
    }

    private static LanguageTable ReadTable(BinaryReader reader)
    {
        var bits = reader.Read7BitEncodedInt();
        var count = reader.Read7BitEncodedInt();
        var width = LanguageTable.Width(count);
        var rows = new sbyte[width << bits];
        var (languages, unseen, priors) = (new string[count], new float[count], new float[count]);
        for (var column = 0; column < count; column++)
        {
            languages[column] = reader.ReadString();
            unseen[column] = reader.ReadSingle();
            priors[column] = reader.ReadSingle();
            ReadColumn(reader, rows, column, width);
        }

        return new(languages, unseen, priors, bits, rows);
    }

    private static void ReadColumn(BinaryReader reader, sbyte[] rows, int column, int width)
    {
        var gaps = new int[reader.Read7BitEncodedInt()];
        for (var i = 0; i < gaps.Length; i++)
        {
            gaps[i] = reader.Read7BitEncodedInt();
        }

        var row = 0;
        foreach (var gap in gaps)
        {
            row += gap;
            rows[row * width + column] = reader.ReadSByte();
            rows[row * width + width - 1] = 1;
        }
    }

    // The gaps, then the values: each kind packs better by itself.
    private static void WriteColumn(BinaryWriter writer, IReadOnlyList<sbyte> gains)
    {
        var rows = Enumerable.Range(0, gains.Count).Where(row => gains[row] != 0).ToList();
        writer.Write7BitEncodedInt(rows.Count);
        var before = 0;
        foreach (var row in rows)
        {
            writer.Write7BitEncodedInt(row - before);
            before = row;
        }

        rows.ForEach(row => writer.Write(gains[row]));
    }
}

/// <summary>What the training program hands over for one script.</summary>
internal sealed record LanguageCounts(Script Script, int Bits, IReadOnlyList<LanguageColumn> Languages);

/// <summary>One language.</summary>
/// <param name="Tag">BCP 47.</param>
/// <param name="Unseen">Log-probability for each feature that other languages have and this one lacks.</param>
/// <param name="Prior">Log-probability beforehand.</param>
/// <param name="Gains">By row, in <see cref="LanguageTable.Scale"/>: what a feature says above an unseen one.</param>
internal sealed record LanguageColumn(string Tag, float Unseen, float Prior, IReadOnlyList<sbyte> Gains);
