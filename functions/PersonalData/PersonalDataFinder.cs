using System.Buffers;
using System.Text.RegularExpressions;

namespace Intake.PersonalData;

/// <summary>Finds addresses, telephone, account and identity numbers in a text, by their form, their labels and their
/// checksums. Dates, years, amounts, paragraph numbers and document symbols are none.</summary>
public static class PersonalDataFinder
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private const int MinTelephone = 7;
    private const int MaxTelephone = 15; // ITU-T E.164.
    private const int MinDigitsOfIdentity = 4;

    // Section numbers have small parts; an address has a larger one.
    private const int LargePart = 30;

    private static readonly SearchValues<char> InAddresses = SearchValues.Create("@＠﹫[({");

    private static readonly Regex Email = new(
        @"[\p{L}\p{N}_%+'.-]+\s?(?:[@＠﹫]|\s[\[({](?:at|arroba|arobase)[\])}]\s)\s?[\p{L}\p{N}-]+(?:(?:\.|\s[\[({](?:dot|punto|point)[\])}]\s)[\p{L}\p{N}-]+)+",
        Linear | RegexOptions.IgnoreCase);

    private static readonly Regex Iban = new(@"\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,40}", Linear);

    private static readonly Regex Card = new(@"\b[3-6]\d{3}(?:[ -]?\d){9,15}\b", Linear);

    private static readonly Regex Identity = new(
        @"\b(?:passports?|passeport|pasaporte|passaporte|reisepass\p{L}*|паспорт\p{L}*|national id|id card|identity card|id|carte d['’]identité|personalausweis\p{L}*"
        + @"|dni|nie|nif|cpf|curp|cédula|cedula|ssn|social security|снилс|инн|tax id|driver['’]?s licen[sc]e)"
        + @"\s?(?:no|nr|n|num|number|numéro|número|numero|nummer|№)?[.°º]{0,2}\s?[:#№]?\s?\p{L}{0,3}[ -]?\d[\d\p{Lu} ./-]{2,20}[\d\p{Lu}]"
        + @"|(?:护照|護照|身份证|身份證)(?:号码|号|號碼|號)?\s?[:：]?\s?[A-Za-z]{0,2}\d{6,17}[\dXx]"
        + @"|(?:جواز سفر|رقم الهوية|رقم الجواز)\s?(?:رقم)?\s?[:：]?\s?[A-Za-z]{0,2}\d{5,18}"
        + @"|\b\d{3}-\d{2}-\d{4}\b|\b\d{3}\.\d{3}\.\d{3}-\d{2}\b",
        Linear | RegexOptions.IgnoreCase);

    private static readonly Regex Telephone = new(
        @"(?:\+|\b00)\s?\(?[1-9](?:[\s().\-/]{0,3}\d){6,14}"
        + @"|(?:\b(?:tel|tél|phone|telephone|téléphone|telefono|teléfono|telefone|telefon|fax|mobile|móvil|celular|cell|gsm|whatsapp|тел|телефон|факс)|هاتف|الهاتف|فاكس|电话|電話|手机|传真)"
        + @"\s?(?:no|nr|number)?[\s.:：()#]{0,4}[+(]?\d(?:[\s().\-/]{0,3}\d){5,14}"
        + @"|\(\d{2,4}\)\s?\d{3,4}[\s.-]\d{3,4}\b|\b\d{3}[-.]\d{3}[-.]\d{4}\b|\b0[1-9](?:[ .]\d{2}){4}\b",
        Linear | RegexOptions.IgnoreCase);

    private static readonly Regex Postal = new(
        @"\b\d{1,5}[A-Za-z]?\s(?:\p{Lu}[\p{L}.'’-]*\s){1,4}(?:Street|St\.|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Lane|Drive|Court|Place|Square|Terrace|Parkway|Crescent)\b"
        + @"|\b\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|boulevard|place|chemin|route|allée|quai|impasse)\s(?:(?:de|du|des|la|le|l['’]|d['’])\s?){0,3}\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+){0,4}"
        + @"|\b(?:Calle|Avenida|Av\.|Avda\.|Paseo|Carrera|Rua|Travessa|Via|Viale|Piazza)\s(?:(?:de|del|da|do|la|las|los|dos|das|di|della)\s){0,3}\p{Lu}[\p{L}'’-]+(?:\s\p{L}[\p{L}'’-]+){0,3},?\s(?:n[.º°o]{1,2}\s?)?\d{1,5}\b"
        + @"|\b\p{Lu}\p{L}*(?:straße|strasse|str\.|weg|allee|platz|gasse|straat|laan|plein|gracht)\s\d{1,4}\s?[a-z]?\b"
        + @"|(?:ул\.|улица|проспект|пр-т|пер\.|переулок|наб\.)\s\p{Lu}[\p{L}-]+(?:\s\p{L}+)?,?\s?(?:д\.|дом)?\s?\d{1,4}"
        + @"|\b(?:P\.?\s?O\.?\s?Box|B\.P\.|BP|Postfach|Apartado(?:\sde\sCorreos|\sPostal)?|Casilla)\s\d{1,6}\b|а/я\s\d{1,6}|ص\.\s?ب\.?\s?[\d٠-٩]{1,6}"
        + @"|[\u4E00-\u9FFF]{2,12}(?:路|街|大道|巷|弄)\d{1,5}号",
        Linear);

    private static readonly Regex Network = new(@"\b\d{1,3}(?:\.\d{1,3}){3}\b|\b(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}\b", Linear);

    /// <summary>In the order of the text; none overlaps another.</summary>
    public static IReadOnlyList<PersonalDatum> Find(ReadOnlySpan<char> text)
    {
        var found = new List<PersonalDatum>();
        if (text.IndexOfAny(InAddresses) >= 0)
        {
            Add(text, Email, PersonalDataKind.Email, found);
        }

        Add(text, Postal, PersonalDataKind.PostalAddress, found);
        if (text.IndexOfAnyInRange('0', '9') >= 0 || text.IndexOfAnyInRange('٠', '٩') >= 0)
        {
            Add(text, Iban, PersonalDataKind.BankAccount, found);
            Add(text, Card, PersonalDataKind.Card, found);
            Add(text, Identity, PersonalDataKind.IdentityNumber, found);
            Add(text, Telephone, PersonalDataKind.Telephone, found);
            Add(text, Network, PersonalDataKind.NetworkAddress, found);
        }

        return WithoutOverlaps(found);
    }

    public static bool IsIn(ReadOnlySpan<char> text) => Find(text).Count > 0;

    private static void Add(ReadOnlySpan<char> text, Regex pattern, PersonalDataKind kind, List<PersonalDatum> found)
    {
        foreach (var match in pattern.EnumerateMatches(text))
        {
            var length = Length(text, match.Index, match.Length, kind);
            if (length > 0)
            {
                found.Add(new(kind, match.Index, match.Index + length));
            }
        }
    }

    /// <summary>How much of a match is what it looks like; 0 for nothing.</summary>
    private static int Length(ReadOnlySpan<char> text, int start, int length, PersonalDataKind kind)
    {
        var match = text.Slice(start, length);
        var digits = 0;
        foreach (var c in match)
        {
            digits += char.IsDigit(c) ? 1 : 0;
        }

        var isOne = kind switch
        {
            PersonalDataKind.Card => Checksums.Luhn(match),
            PersonalDataKind.IdentityNumber => digits >= MinDigitsOfIdentity,
            PersonalDataKind.Telephone => digits is >= MinTelephone and <= MaxTelephone && !AreYears(match),
            PersonalDataKind.PostalAddress => !AreYears(match),
            PersonalDataKind.NetworkAddress => IsAddress(match),
            _ => true,
        };
        return kind == PersonalDataKind.BankAccount ? Checksums.Iban(match) : isOne ? length : 0;
    }

    /// <summary>"mobile 2005-2015", "2015 Silk Road": all numbers in it are years.</summary>
    private static bool AreYears(ReadOnlySpan<char> match)
    {
        var years = 0;
        for (var i = 0; i < match.Length; i++)
        {
            var end = i;
            while (end < match.Length && char.IsDigit(match[end]))
            {
                end++;
            }

            if (end > i)
            {
                if (match[i..end] is not (['1', '9', _, _] or ['2', '0', _, _]))
                {
                    return false;
                }

                years++;
                i = end;
            }
        }

        return years > 0;
    }

    private static bool IsAddress(ReadOnlySpan<char> match)
    {
        if (match.Contains(':'))
        {
            return true;
        }

        var largest = 0;
        foreach (var part in match.Split('.'))
        {
            largest = Math.Max(largest, int.Parse(match[part], System.Globalization.CultureInfo.InvariantCulture));
        }

        return largest is > LargePart and <= byte.MaxValue;
    }

    internal static IReadOnlyList<PersonalDatum> WithoutOverlaps(IEnumerable<PersonalDatum> found)
    {
        var kept = new List<PersonalDatum>();
        foreach (var datum in found.OrderBy(datum => datum.Start).ThenByDescending(datum => datum.End).ThenBy(datum => datum.Kind))
        {
            if (kept.Count == 0 || datum.Start >= kept[^1].End)
            {
                kept.Add(datum);
            }
            else if (datum.End > kept[^1].End)
            {
                kept[^1] = kept[^1] with { End = datum.End };
            }
        }

        return kept;
    }
}
