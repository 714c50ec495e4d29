using System.Globalization;
using System.Text;

namespace Intake.Tests.Hostile;

/// <summary>Writes small PDF files.</summary>
internal static class PdfFile
{
    /// <summary>One page that draws this.</summary>
    public static byte[] With(string content, string resources = "") => Of(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>{resources}>>>>",
        Stream("", Encoding.Latin1.GetBytes(content)),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");

    public static string Stream(string entries, byte[] content) =>
        string.Create(CultureInfo.InvariantCulture, $"<<{entries}/Length {content.Length}>>stream\n{Encoding.Latin1.GetString(content)}\nendstream");

    /// <summary>A file of these objects, numbered from 1; the first is the catalogue.</summary>
    public static byte[] Of(params string[] objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (index, content) in objects.Index())
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj{content}endobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
