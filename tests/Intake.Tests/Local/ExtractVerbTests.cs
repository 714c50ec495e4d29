using System.Diagnostics;
using System.Text.Json;
using static Intake.Tests.Extract.Reading;

namespace Intake.Tests.Local;

/// <summary>The command as a process, as people run it.</summary>
public sealed class ExtractVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("intake-extract-").FullName;

    [Fact]
    public async Task Each_file_is_one_line_in_the_order_of_the_names_and_its_text_is_written()
    {
        Write("in/b.txt", "Donors should pay for the forum."u8.ToArray());
        Write("in/a.docx", Docx(Paragraph("We agree with what was said.")));
        Write("in/deep/b.txt", "Another letter of the same name."u8.ToArray());
        Write("in/c.png", [0x89, .. "PNG\r\n"u8]);
        File.CreateSymbolicLink(Path.Combine(_folder, "in/deep/round"), Path.Combine(_folder, "in"));

        var (code, output, errors) = await RunAsync(null, "extract", "in", "--out", "out", "--json");

        Assert.Equal(0, code);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["a.docx", "b.txt", "c.png", "b.txt"], lines.Select(line => line.GetProperty("name").GetString()));
        Assert.Equal(["docx", "text", "unknown", "text"], lines.Select(line => line.GetProperty("kind").GetString()));
        Assert.Equal("en", lines[1].GetProperty("language").GetString());
        Assert.Equal(1, lines[1].GetProperty("passages").GetInt32());
        Assert.Equal(32, lines[1].GetProperty("characters").GetInt32());
        Assert.Contains("kept as received", lines[2].GetProperty("problem").GetString(), StringComparison.Ordinal);
        Assert.Equal("We agree with what was said.", Read("out/a.docx.txt"));
        Assert.Equal("Donors should pay for the forum.", Read("out/b.txt.txt"));
        Assert.Equal("Another letter of the same name.", Read("out/b.txt (2).txt"));
        Assert.Contains("another file has this name", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_folder, "out"), ".*"));
    }

    [Fact]
    public async Task What_cannot_be_opened_is_said_and_the_others_are_read()
    {
        Write("a.txt", "Donors should pay."u8.ToArray());
        File.CreateSymbolicLink(Path.Combine(_folder, "nowhere"), Path.Combine(_folder, "gone"));
        File.CreateSymbolicLink(Path.Combine(_folder, "self"), Path.Combine(_folder, "self"));

        var (code, output, errors) = await RunAsync(null, "extract", "missing.txt", ".");

        Assert.Equal(1, code);
        Assert.Contains("missing.txt: There is no such file", errors, StringComparison.Ordinal);
        Assert.Contains("nowhere: It is a link that leads nowhere", errors, StringComparison.Ordinal);
        Assert.Contains("self: It could not be opened", errors, StringComparison.Ordinal);
        Assert.Matches(@"text +18 +1  en +a\.txt", output);
    }

    [Fact]
    public async Task Standard_input_is_a_file_too()
    {
        var (code, output, _) = await RunAsync("Donors should pay.", "extract", "-", "--json");

        Assert.Equal(0, code);
        Assert.StartsWith("""{"name":"stdin","kind":"text","characters":18,"passages":1,"language":"en","flags":[]}""", output, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync(null, "extract")).Code);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string path, byte[] content)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content);
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(_folder, path));

    private async Task<(int Code, string Output, string Errors)> RunAsync(string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Intake.Local.dll"), .. arguments])
        {
            WorkingDirectory = _folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token);
        return (process.ExitCode, await output, await errors);
    }
}
