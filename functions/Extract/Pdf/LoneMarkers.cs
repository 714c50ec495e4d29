using Intake.Extract.PlainText;

namespace Intake.Extract.Pdf;

/// <summary>
/// A list's signs often stand so far from the items that the converter takes them for a column of their own. Each is put
/// back in front of the line beside it.
/// </summary>
internal static class LoneMarkers
{
    /// <summary>Points between a sign and its item.</summary>
    private const double Farthest = 60;

    /// <summary>Signs and lines of one page are compared each with each: more than this is no list.</summary>
    private const int Most = 300;

    public static IReadOnlyList<PdfLine> Join(IReadOnlyList<PdfLine> lines)
    {
        var markers = lines.Where(line => line.Text.Length <= 6 && ListMarker.Of(line.Text + " x") != ListMarker.Kind.None).ToList();
        if (markers.Count is 0 or > Most || lines.Count > 10 * Most)
        {
            return lines;
        }

        var items = new Dictionary<PdfLine, PdfLine>(ReferenceEqualityComparer.Instance);
        var used = new HashSet<PdfLine>(ReferenceEqualityComparer.Instance);
        foreach (var marker in markers)
        {
            var item = lines.Where(line => line != marker && line.Box.Left - marker.Box.Right is > -1 and < Farthest && line.Box.IsBeside(marker.Box))
                .MinBy(line => line.Box.Left);
            if (item is not null && !items.ContainsKey(item) && !used.Contains(item))
            {
                items[item] = marker;
                used.Add(marker);
            }
        }

        return [.. lines.Where(line => !used.Contains(line)).Select(line => items.TryGetValue(line, out var marker) ? With(marker, line) : line)];
    }

    private static PdfLine With(PdfLine marker, PdfLine item) => item with
    {
        Text = $"{marker.Text} {item.Text}",
        FirstWord = marker.FirstWord,
        Box = item.Box with { Left = marker.Box.Left, Width = item.Box.Right - marker.Box.Left },
    };
}
