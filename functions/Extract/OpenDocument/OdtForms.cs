using System.Xml;

namespace Intake.Extract.OpenDocument;

/// <summary>The values of a form's controls, which stand before the text and are shown where the text refers to them.</summary>
internal sealed class OdtForms
{
    private const int Most = 10_000;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private string _list = "";

    /// <summary>Takes in one element of the forms.</summary>
    public void Take(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "text" or "textarea" or "formatted-text" or "number" or "date" or "time" or "combobox":
                Set(Id(xml), OdtStyles.Attribute(xml, "current-value") is { Length: > 0 } current ? current : OdtStyles.Attribute(xml, "value"));
                break;
            case "checkbox" or "radio":
                var isChecked = OdtStyles.Attribute(xml, "current-state") is { Length: > 0 } state ? state == "checked"
                    : OdtStyles.Attribute(xml, "current-selected") == "true";
                Set(Id(xml), $"{(isChecked ? "☒" : "☐")} {OdtStyles.Attribute(xml, "label")}".TrimEnd());
                break;
            case "listbox":
                _list = Id(xml);
                break;
            case "option" or "item" when OdtStyles.Attribute(xml, "current-selected") == "true":
                Set(_list, OdtStyles.Attribute(xml, "label"));
                break;
        }
    }

    /// <summary>What a control shows; empty when it is not known.</summary>
    public string this[string id] => _values.GetValueOrDefault(id, "");

    private static string Id(XmlReader xml) => OdtStyles.Attribute(xml, "id");

    private void Set(string id, string value)
    {
        if (_values.Count < Most && value.Length > 0)
        {
            _values[id] = value;
        }
    }
}
