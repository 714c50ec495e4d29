using System.Globalization;
using Intake.Extract.Numbering;

namespace Intake.Extract.Rtf;

/// <summary>The footnotes and endnotes of a document, numbered as its text numbers them.</summary>
internal sealed class RtfNotes
{
    private readonly List<(ReadText Text, string Mark)> _notes = [];
    private string _footnoteNumbers = "ar";
    private string _endnoteNumbers = "ar";
    private int _footnotes;
    private int _endnotes;
    private bool _isMarked;
    private bool _isEndnote;

    /// <summary>The text had a number where the next note is; the note itself has one.</summary>
    private bool _isAnnounced;

    public void Begin() => (_isMarked, _isEndnote) = (false, false);

    /// <summary>The place of a number, in the text before its note or in the note.</summary>
    public void Number(bool isInNote)
    {
        _isMarked |= isInNote;
        _isAnnounced |= !isInNote;
    }

    public void Word(string word)
    {
        if (word == "ftnalt")
        {
            _isEndnote = true;
        }
        else if (word.StartsWith("ftnn", StringComparison.Ordinal))
        {
            _footnoteNumbers = word[4..];
        }
        else if (word.StartsWith("aftnn", StringComparison.Ordinal))
        {
            _endnoteNumbers = word[5..];
        }
    }

    /// <summary>Takes the note that ended; null if it was deleted.</summary>
    /// <returns>What stands for it in the text.</returns>
    public string End(ReadText? text)
    {
        if (text is null)
        {
            _isAnnounced = false;
            return "";
        }

        var isNumbered = _isMarked || _isAnnounced;
        var number = isNumbered ? (_isEndnote ? ++_endnotes : ++_footnotes) : 0;
        var mark = isNumbered ? Mark(number, _isEndnote ? _endnoteNumbers : _footnoteNumbers) : "";
        _notes.Add((text, _isMarked ? mark : ""));
        var announced = _isAnnounced ? mark : "";
        _isAnnounced = false;
        return announced;
    }

    public void AddTo(RtfStory body)
    {
        foreach (var (text, mark) in _notes)
        {
            body.AddNote(mark, text);
        }
    }

    private static string Mark(int number, string numbers) => numbers switch
    {
        "alc" => $"[{Numeral.Write(number, "lowerLetter")}]",
        "auc" => $"[{Numeral.Write(number, "upperLetter")}]",
        "rlc" => $"[{Numeral.Write(number, "lowerRoman")}]",
        "ruc" => $"[{Numeral.Write(number, "upperRoman")}]",
        _ => RaisedDigits.Of(number.ToString(CultureInfo.InvariantCulture)),
    };
}
