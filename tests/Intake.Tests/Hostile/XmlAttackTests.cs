using System.Text;
using Intake.Extract;
using Intake.Tests.Extract;

namespace Intake.Tests.Hostile;

/// <summary>What XML can be made to do, in every part of the documents that are made of it.</summary>
public sealed class XmlAttackTests
{
    private static readonly (Sample Sample, string[] Parts)[] Kinds =
    [
        (Samples.Docx, ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "_rels/.rels", "word/_rels/document.xml.rels"]),
        (Samples.Odt, ["content.xml", "styles.xml"]),
    ];

    public static TheoryData<string, string> Parts
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var (sample, parts) in Kinds)
            {
                Array.ForEach(parts, part => all.Add(sample.Name, part));
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void No_entity_is_expanded_and_nothing_outside_is_read(string name, string part)
    {
        using var trap = new Trap();
        string[] attacks =
        [
            $"<!DOCTYPE x SYSTEM '{trap.Url}'><x>&e;</x>",
            $"<!DOCTYPE x [<!ENTITY e SYSTEM '{trap.Url}'>]><x>&e;</x>",
            $"<!DOCTYPE x [<!ENTITY e SYSTEM '{trap.File}'>]><x>&e;</x>",
            $"<!DOCTYPE x [<!ENTITY % p SYSTEM '{trap.Url}'> %p;]><x>&e;</x>",
            $"<!DOCTYPE x [<!ENTITY % p \"<!ENTITY e SYSTEM '{trap.File}'>\"> %p;]><x>&e;</x>",
            $"<?xml-stylesheet href='{trap.Url}'?><x xmlns:xi='http://www.w3.org/2001/XInclude' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a {trap.Url}'><xi:include href='{trap.Url}'/><xi:include href='{trap.File}' parse='text'/></x>",
            "<!DOCTYPE x [<!ENTITY a 'laugh'>" + string.Concat(Enumerable.Range('b', 12).Select(c => $"<!ENTITY {(char)c} '{string.Concat(Enumerable.Repeat($"&{(char)(c - 1)};", 10))}'>")) + "]><x>&m;</x>",
            $"<!DOCTYPE x [<!ENTITY a '{new string('a', 50_000)}'>]><x>{Reading.Repeat("&a;", 20_000)}</x>",
        ];
        foreach (var attack in attacks)
        {
            var read = Replaced(name, part, attack, attack.Length);

            Assert.DoesNotContain(Trap.Secret, read.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("laugh", read.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("aaaa", read.Text, StringComparison.Ordinal);
        }
    }

    /// <summary>A reader that keeps what is open, or recurses, would run out of memory or stack.</summary>
    [Theory]
    [MemberData(nameof(Parts))]
    public void Millions_of_open_elements_are_not_held_in_memory(string name, string part)
    {
        Replaced(name, part, Reading.Repeat("<a>", 8_000_000), inflated: 100_000);
        Replaced(name, part, Reading.Repeat("<a>", 100_000) + Reading.Repeat("</a>", 100_000), inflated: 100_000);
    }

    /// <summary>All attributes of an element are in memory at once, at thirty bytes for each byte of theirs.</summary>
    [Theory]
    [MemberData(nameof(Parts))]
    public void One_element_with_millions_of_attributes_is_not_held_in_memory(string name, string part)
    {
        foreach (var text in new[] { "<x " + Reading.Repeat("a='' ", 1_000_000) + "/>", "<!-- ' --><x " + Reading.Repeat("a='>' ", 100_000) })
        {
            Replaced(name, part, Encoding.UTF8.GetBytes(text), inflated: 100_000);
            Replaced(name, part, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text.Replace('a', '\u3c41'))], inflated: 100_000);
            Replaced(name, part, Encoding.BigEndianUnicode.GetBytes(text.Replace('a', '\u3c41')), inflated: 100_000);
            Replaced(name, part, [0, 0, 0xFE, 0xFF, .. new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetBytes(text)], inflated: 100_000);
        }
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_name_or_an_attribute_of_many_megabytes_is_not_held_in_memory(string name, string part)
    {
        Replaced(name, part, "<" + new string('a', 40_000_000), inflated: 100_000);
        Replaced(name, part, "<x a='" + new string('a', 40_000_000), inflated: 100_000);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Half_a_million_different_names_are_not_all_kept(string name, string part)
    {
        var attack = new StringBuilder("<x>");
        for (var i = 0; i < 500_000; i++)
        {
            attack.Append('<').Append((char)('a' + (i % 26))).Append(i).Append("/>");
        }

        Replaced(name, part, attack.Append("</x>").ToString(), inflated: 100_000);
    }

    [Theory]
    [InlineData("<x>\0\u0001\uFFFE\uFFFF</x>")]
    [InlineData("<x>&#0;&#xFFFF;&#xD800;&#x110000;</x>")]
    [InlineData("<?xml version='1.0' encoding='utf-7'?><x>+ADw-</x>")]
    [InlineData("<?xml version='1.0' encoding='no-such-thing'?><x>x</x>")]
    [InlineData("<?xml version='1.0' encoding='utf-16'?><x>x</x>")]
    [InlineData("<x xmlns:a='' a:b='' b='1' b='2'/>")]
    [InlineData("<x:y:z/>")]
    [InlineData("<x></y>")]
    [InlineData("")]
    public void Markup_that_is_none_is_reported(string attack)
    {
        Assert.NotNull(Replaced("letter.docx", "word/document.xml", attack, 0).Problem);
        Assert.NotNull(Replaced("letter.odt", "content.xml", attack, 0).Problem);
    }

    private static ReadText Replaced(string name, string part, string xml, int inflated) => Replaced(name, part, Encoding.UTF8.GetBytes(xml), inflated);

    /// <summary>The sample with one part replaced; packed well, or the archive's ratio would be what is refused.</summary>
    private static ReadText Replaced(string name, string part, byte[] xml, int inflated)
    {
        var sample = Kinds.Single(kind => kind.Sample.Name == name).Sample;
        var zip = Reading.Zip([.. sample.Parts.Select(each => each.Path == part ? (part, xml) : each)]);
        return Budget.Read(zip, name, inflated, new() { InflationRatio = int.MaxValue });
    }
}
