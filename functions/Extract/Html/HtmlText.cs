using System.Text;

namespace Intake.Extract.Html;

/// <summary>Writes the text of elements: what is between them, and what stands for some of them when they are shown.</summary>
internal sealed class HtmlText(BlockWriter writer)
{
    private const int LongestSign = 64;

    private readonly StringBuilder _sign = new();
    private HtmlSelect? _select;
    private string _prefix = "";
    private bool _isRaised;
    private bool _isInGloss;

    /// <summary>The number of the list item whose text follows.</summary>
    public void BeginItem(string number) => _prefix = number;

    public void EndItem() => _prefix = "";

    public void Write(string text, in HtmlElement within)
    {
        if (within.IsHidden)
        {
            return;
        }

        if (within.IsSign)
        {
            _sign.Append(text.AsSpan(0, Math.Min(text.Length, LongestSign - Math.Min(_sign.Length, LongestSign))));
        }
        else if (_select is not null)
        {
            _select.Text(text);
        }
        else if (within.IsPreformatted)
        {
            Preformatted(text, within.Kind);
        }
        else
        {
            Collapsed(_isRaised && text.Trim() is { Length: > 0 and < 5 } number && number.All(char.IsAsciiDigit) ? RaisedDigits.Of(number) : text);
        }
    }

    public void EndSign()
    {
        _prefix = ListSign.Number(_sign.ToString());
        _sign.Clear();
    }

    /// <summary>Elements that are shown with something before or after their text.</summary>
    public void Start(string name, HtmlAttributes attributes)
    {
        switch (name)
        {
            case "sup":
                _isRaised = true;
                break;
            case "q":
                Collapsed("“");
                break;
            case "rt":
                EndGloss();
                _isInGloss = true;
                Collapsed("(");
                break;
            case "rp" or "rb" or "rtc":
                EndGloss();
                break;
            case "input":
                Collapsed(HtmlSelect.Shown(attributes));
                break;
        }
    }

    public void End(string name)
    {
        switch (name)
        {
            case "sup":
                _isRaised = false;
                break;
            case "q":
                Collapsed("”");
                break;
            case "rt" or "ruby":
                EndGloss();
                break;
        }
    }

    public void BeginSelect() => _select = new();

    public void BeginOption(bool isChosen) => _select?.Option(isChosen);

    public void EndSelect()
    {
        if (_select is { } select)
        {
            _select = null;
            Collapsed(select.Shown());
        }
    }

    public void EndParagraph(PassageKind kind)
    {
        EndGloss();
        _isRaised = false;
        writer.End(kind);
    }

    private void EndGloss()
    {
        if (_isInGloss)
        {
            _isInGloss = false;
            Collapsed(")");
        }
    }

    private void Preformatted(string text, PassageKind kind)
    {
        var rest = text.AsSpan();
        for (var end = rest.IndexOf('\n'); end >= 0 && !writer.IsFull; end = rest.IndexOf('\n'))
        {
            Line(rest[..end]);
            writer.Break(kind);
            rest = rest[(end + 1)..];
        }

        Line(rest);
    }

    private void Line(ReadOnlySpan<char> line)
    {
        Prefix(line);
        writer.Append(line.TrimEnd('\r').ToString().Replace('\u00a0', ' '));
    }

    private void Collapsed(ReadOnlySpan<char> text)
    {
        Prefix(text);
        writer.AppendCollapsed(text);
    }

    private void Prefix(ReadOnlySpan<char> text)
    {
        if (_prefix.Length > 0 && !text.IsWhiteSpace())
        {
            writer.Mark(_prefix);
            _prefix = "";
        }
    }
}
