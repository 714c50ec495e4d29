using System.Text;

namespace Intake.Extract.Html;

/// <summary>A form's list of choices while it is read. What was chosen is its text; where nothing was, all choices are.</summary>
internal sealed class HtmlSelect
{
    private readonly List<(StringBuilder Text, bool IsChosen)> _options = [];

    /// <summary>What an input field shows: its value, or whether it is ticked. Buttons and hidden fields say nothing.</summary>
    public static string Shown(HtmlAttributes input) => input.Type.ToLowerInvariant() switch
    {
        "checkbox" or "radio" => input.IsChosen ? " ☒ " : " ☐ ",
        "" or "text" or "search" or "email" or "tel" or "url" or "number" or "date" or "datetime-local" or "month" or "week" or "time" => $" {input.Value} ",
        _ => "",
    };

    public void Option(bool isChosen) => _options.Add((new(), isChosen));

    public void Text(string text)
    {
        if (_options.Count > 0)
        {
            _options[^1].Text.Append(text);
        }
    }

    public string Shown()
    {
        var isChosen = _options.Exists(option => option.IsChosen);
        return $" {string.Join(" / ", _options.Where(option => option.IsChosen == isChosen).Select(option => option.Text.ToString().Trim()))} ";
    }
}
