using System.Globalization;
using System.Text;

namespace Intake.Extract.Pdf;

/// <summary>
/// Reads what <c>pdftotext -tsv</c> says of the places of words. Each row is level, page, flow, block, line, word, left,
/// top, width, height, confidence, text; levels are 1 for a page, 3 for a block, 4 for a line, 5 for a word. Rows that are
/// not as they should be (a word may hold a tab) are passed over: the comparison with the text finds what is missing.
/// </summary>
internal static class PdfLayout
{
    private const int Columns = 12;

    /// <summary>By page number; a page of which nothing is said is not there.</summary>
    public static Dictionary<int, PlacedPage> Read(ReadOnlyMemory<byte> tsv)
    {
        var pages = new Dictionary<int, PlacedPage>();
        PlacedPage? page = null;
        using var rows = new StreamReader(new MemoryStream(tsv.ToArray()), Encoding.UTF8);
        Span<Range> fields = stackalloc Range[Columns + 1];
        while (rows.ReadLine() is { } row)
        {
            if (row.AsSpan().Split(fields, '\t') != Columns || Number(row[fields[1]]) is not { } number)
            {
                continue;
            }

            var box = new Box(Length(row[fields[6]]), Length(row[fields[7]]), Length(row[fields[8]]), Length(row[fields[9]]));
            switch (row[fields[0]])
            {
                case "1":
                    pages[number] = page = new(box.Height);
                    break;
                case "3":
                    page?.BeginBlock();
                    break;
                case "4":
                    page?.Begin(box);
                    break;
                case "5":
                    page?.Add(row[fields[11]], box);
                    break;
            }
        }

        return pages;
    }

    private static int? Number(string field) => int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double Length(string field) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var length) && double.IsFinite(length) ? length : 0;
}

/// <summary>The lines of a page before they are compared with its text.</summary>
internal sealed class PlacedPage(double height)
{
    private readonly List<PlacedLine> _lines = [];
    private int _block;

    public double Height => height;

    public IReadOnlyList<PlacedLine> Lines => _lines;

    public void BeginBlock() => _block++;

    public void Begin(Box box) => _lines.Add(new(_block, box));

    public void Add(string word, Box box)
    {
        if (_lines.Count > 0)
        {
            _lines[^1].Add(word, box);
        }
    }
}

/// <summary>A line's words, run together in the order in which they are seen.</summary>
internal sealed class PlacedLine(int block, Box box)
{
    private readonly StringBuilder _letters = new();
    private double _widest = -1;

    public int Block => block;

    public Box Box => box;

    public string Letters => _letters.ToString();

    /// <summary>The height of the widest word, which is none of the raised numbers.</summary>
    public double Size { get; private set; }

    /// <summary>The width of the word on the left.</summary>
    public double Leftmost { get; private set; }

    /// <summary>The width of the word on the right.</summary>
    public double Rightmost { get; private set; }

    public void Add(string word, Box wordBox)
    {
        Leftmost = _letters.Length == 0 ? wordBox.Width : Leftmost;
        Rightmost = wordBox.Width;
        _letters.Append(word);
        if (wordBox.Width > _widest)
        {
            (_widest, Size) = (wordBox.Width, wordBox.Height);
        }
    }
}
