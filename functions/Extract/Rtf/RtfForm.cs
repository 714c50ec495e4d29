using System.Text;

namespace Intake.Extract.Rtf;

/// <summary>A form field as it is described in a field's code. Its value is text of the document.</summary>
internal sealed class RtfForm
{
    private const int CheckBox = 1;
    private const int Choice = 2;

    /// <summary>The result says that nothing was chosen; the default counts.</summary>
    private const int Nothing = 25;

    /// <summary>Characters of all choices; Word allows 25 choices of 50.</summary>
    private const int LongestChoices = 10_000;

    private readonly List<string> _choices = [];
    private readonly StringBuilder _choice = new();
    private int _type;
    private int _result = Nothing;
    private int _default;
    private int _length;

    public void Word(string word, int parameter)
    {
        switch (word)
        {
            case "fftype":
                _type = parameter;
                break;
            case "ffres":
                _result = parameter;
                break;
            case "ffdefres":
                _default = parameter;
                break;
        }
    }

    public void ChoiceText(ReadOnlySpan<char> text)
    {
        _length += text.Length;
        if (_length < LongestChoices)
        {
            _choice.Append(text);
        }
    }

    public void EndChoice()
    {
        _choices.Add(_choice.ToString());
        _choice.Clear();
    }

    /// <summary>What is shown of a field whose result holds no text; empty for a text field.</summary>
    public string Value()
    {
        var result = _result == Nothing ? _default : _result;
        return _type switch
        {
            CheckBox => result == 1 ? "☒" : "☐",
            Choice when result >= 0 && result < _choices.Count => _choices[result],
            _ => "",
        };
    }
}
