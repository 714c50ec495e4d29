using System.Globalization;
using System.Text;

namespace Intake.Extract.Word;

/// <summary>
/// The open fields of a paragraph: their codes are no text, their results are. A form's boxes and lists keep their value
/// in the code's place, and give it when the field ends without a result.
/// </summary>
internal sealed class WordFields
{
    /// <summary>UTF-16 units of a field's code that are looked at.</summary>
    private const int LongestCode = 100;

    /// <summary>Entries that a form's list shows at most, in Word.</summary>
    private const int MostEntries = 25;

    /// <summary>Fields within fields; more are no document's.</summary>
    private const int MostOpen = 100;

    private readonly Stack<Field> _open = [];
    private int _codes;
    private int _pageNumbers;

    /// <summary>What is read belongs to a field's code.</summary>
    public bool InCode => _codes > 0;

    /// <summary>What is read is the number of a page.</summary>
    public bool InPageNumber => _pageNumbers > 0;

    public void Begin()
    {
        if (_open.Count < MostOpen)
        {
            _open.Push(new());
            _codes++;
        }
    }

    /// <summary>From here on the result follows.</summary>
    /// <returns>Whether it is the number of a page.</returns>
    public bool Separate()
    {
        if (!_open.TryPeek(out var field) || !field.InCode)
        {
            return false;
        }

        field.InCode = false;
        _codes--;
        field.IsPageNumber = IsPageNumber(field.Code.ToString());
        _pageNumbers += field.IsPageNumber ? 1 : 0;
        return field.IsPageNumber;
    }

    /// <returns>The value of a form's field without a result; else nothing.</returns>
    public string End()
    {
        if (!_open.TryPop(out var field))
        {
            return "";
        }

        _codes -= field.InCode ? 1 : 0;
        _pageNumbers -= field.IsPageNumber ? 1 : 0;
        return InCode || field.HasResult ? "" : field.Value;
    }

    public void Code(ReadOnlySpan<char> text)
    {
        if (_open.TryPeek(out var field) && field.InCode)
        {
            field.Code.Append(text[..Math.Min(text.Length, LongestCode - field.Code.Length)]);
        }
    }

    /// <summary>Text of a result was met.</summary>
    public void HasResult()
    {
        if (_open.TryPeek(out var field))
        {
            field.HasResult = true;
        }
    }

    /// <summary>Takes in what a form's field says of itself (ECMA-376, part 1, 17.16.17).</summary>
    public void FormData(string element, string value)
    {
        if (!_open.TryPeek(out var field))
        {
            return;
        }

        switch (element)
        {
            case "checkBox":
                field.IsBox = true;
                break;
            case "default" or "checked" when field.IsBox:
                field.IsChecked = value is not ("0" or "false" or "off");
                break;
            case "default" or "result" when int.TryParse(value, CultureInfo.InvariantCulture, out var selected):
                field.Selected = selected;
                break;
            case "listEntry" when field.Entries.Count < MostEntries:
                field.Entries.Add(value);
                break;
        }
    }

    /// <summary>A field that is broken ends with its paragraph.</summary>
    public void Clear()
    {
        _open.Clear();
        (_codes, _pageNumbers) = (0, 0);
    }

    public static bool IsPageNumber(string code)
    {
        var name = code.AsSpan().Trim();
        name = name.IndexOfAny(' ', '\\') is > 0 and var end ? name[..end] : name;
        return name is "PAGE" or "NUMPAGES" or "SECTIONPAGES" || name.Equals("page", StringComparison.OrdinalIgnoreCase);
    }

    private sealed class Field
    {
        public bool InCode { get; set; } = true;

        public StringBuilder Code { get; } = new();

        public bool IsPageNumber { get; set; }

        public bool HasResult { get; set; }

        public bool IsBox { get; set; }

        public bool IsChecked { get; set; }

        public int Selected { get; set; }

        public List<string> Entries { get; } = [];

        public string Value => IsBox ? (IsChecked ? "☒" : "☐")
            : Selected >= 0 && Selected < Entries.Count ? Entries[Selected] : "";
    }
}
