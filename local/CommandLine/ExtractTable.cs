using System.Globalization;

namespace Intake.Local.CommandLine;

/// <summary>The results for people: a line a file, problems beneath, and nothing that a terminal would obey.</summary>
internal sealed class ExtractTable(TextWriter writer)
{
    private bool _begun;

    public void Row(FileResult result)
    {
        if (!_begun)
        {
            writer.WriteLine("kind      characters  passages  language  file");
            _begun = true;
        }

        var flags = result.Flags.Count == 0 ? "" : $"  [{string.Join(", ", result.Flags)}]";
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Kind,-8} {result.Characters,11:N0} {result.Passages,9:N0}  {result.Language,-8}  {CleanText.Line(result.Name)}{flags}"));
        if (result.Problem is not null)
        {
            writer.WriteLine($"          {CleanText.Line(result.Problem)}");
        }
    }
}
