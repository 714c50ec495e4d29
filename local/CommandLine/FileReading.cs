using System.Text;
using System.Text.Json;
using Intake.Extract;
using Intake.KeyPhrases;

namespace Intake.Local.CommandLine;

/// <summary>Reads one file and writes its text where it belongs.</summary>
internal sealed class FileReading(DocumentReader reader, IAnalyser analyser, bool withFolded)
{
    public async Task<FileResult> ReadAsync(OutputFile file, CancellationToken cancellationToken)
    {
        var name = file.Input.Name;
        if (file.Input.Problem is { } known)
        {
            return Unopened(name, known);
        }

        ReadText read;
        try
        {
            await using var content = file.Input.Open();
            read = await reader.ReadAsync(content, name, "", cancellationToken);
        }
        catch (Exception fault) when (InputFile.ProblemOf(fault) is not null)
        {
            return Unopened(name, InputFile.ProblemOf(fault)!);
        }

        var languages = await analyser.DetectLanguagesAsync([.. read.Blocks.Select(block => read.Text[block.Start..block.End])], cancellationToken);
        var document = PassageBuilder.Build(1, name, read, 1, languages);
        if (file.Output is not null)
        {
            await WriteAsync(file.Output, withFolded ? read.Text : WithoutFolded(read), cancellationToken);
        }

        return new(name, document.Kind, document.Characters, document.Passages.Count, document.Language, Flags(document), document.Problem);
    }

    /// <summary>The text as its reader meets it: without running heads, and without a mail's history and signature.</summary>
    private static string WithoutFolded(ReadText read)
    {
        var kept = new StringBuilder(read.Text.Length);
        var at = 0;
        foreach (var (index, block) in read.Blocks.Index())
        {
            if (block.Flags.HasFlag(PassageFlags.Folded))
            {
                kept.Append(read.Text, at, block.Start - at);
                at = index + 1 < read.Blocks.Count ? read.Blocks[index + 1].Start : read.Text.Length;
            }
        }

        return kept.Append(read.Text, at, read.Text.Length - at).ToString();
    }

    private static FileResult Unopened(string name, string problem) => new(name, DocumentKind.Unknown, 0, 0, "und", [], problem) { WasOpened = false };

    private static List<string> Flags(ReadDocument document)
    {
        var all = document.Passages.Aggregate(PassageFlags.None, (flags, passage) => flags | passage.Flags);
        var names = Enum.GetValues<PassageFlags>().Where(flag => flag != PassageFlags.None && all.HasFlag(flag))
            .Select(flag => JsonNamingPolicy.KebabCaseLower.ConvertName(flag.ToString())).ToList();
        if (document.Comments > 0)
        {
            names.Add("comments");
        }

        if (document.TrackedChanges > 0)
        {
            names.Add("tracked-changes");
        }

        if (document.IsQuarantined)
        {
            names.Add("quarantined");
        }

        return names;
    }

    /// <summary>Under another name first, so that whoever stops this finds whole files only.</summary>
    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var unfinished = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16]}.part");
        try
        {
            await File.WriteAllTextAsync(unfinished, text, cancellationToken);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
