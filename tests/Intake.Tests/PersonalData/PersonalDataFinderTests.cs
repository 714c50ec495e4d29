using Intake.PersonalData;

namespace Intake.Tests.PersonalData;

public sealed class PersonalDataFinderTests
{
    [Theory]
    [InlineData("Write to jane.doe@example.org, please.", "Email:jane.doe@example.org")]
    [InlineData("jane [at] example [dot] org", "Email:jane [at] example [dot] org")]
    [InlineData("Call +41 22 917 12 34 today", "Telephone:+41 22 917 12 34")]
    [InlineData("Tel.: 022 917 1234", "Telephone:Tel.: 022 917 1234")]
    [InlineData("(202) 555-0143 or 202-555-0143", "Telephone:(202) 555-0143|Telephone:202-555-0143")]
    [InlineData("06 12 34 56 78", "Telephone:06 12 34 56 78")]
    [InlineData("тел. 8 (495) 123-45-67", "Telephone:тел. 8 (495) 123-45-67")]
    [InlineData("IBAN DE89 3704 0044 0532 0130 00 BIC", "BankAccount:DE89 3704 0044 0532 0130 00")]
    [InlineData("card 4111 1111 1111 1111.", "Card:4111 1111 1111 1111")]
    [InlineData("Passport No. AB 1234567.", "IdentityNumber:Passport No. AB 1234567")]
    [InlineData("护照号：E12345678", "IdentityNumber:护照号：E12345678")]
    [InlineData("I live at 12 Long Hill Road in town", "PostalAddress:12 Long Hill Road")]
    [InlineData("12, rue de la Paix", "PostalAddress:12, rue de la Paix")]
    [InlineData("Hauptstraße 12", "PostalAddress:Hauptstraße 12")]
    [InlineData("P.O. Box 1234, Nairobi", "PostalAddress:P.O. Box 1234")]
    [InlineData("from 192.168.10.4 on", "NetworkAddress:192.168.10.4")]
    public void Finds_what_is_a_persons(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', PersonalDataFinder.Find(text).Select(datum => $"{datum.Kind}:{text[datum.Start..datum.End]}")));

    [Theory]
    [InlineData("A/RES/60/252, paragraphs 72 to 80, of 27 March 2006")]
    [InlineData("between 2005 and 2015, on 2024-11-24 and 24/11/2024")]
    [InlineData("US$ 1 250 000 000 or 12,500,000.00 euros")]
    [InlineData("mobile 2005-2015 and 5 years of road safety")]
    [InlineData("See 1.2.3.4 and section 10.2.1.5")]
    [InlineData("IBAN GB82 WEST 1234 5698 7654 33")]
    [InlineData("4111 1111 1111 1112")]
    [InlineData("The 2015 Silk Road initiative, E/2005/43")]
    [InlineData("ID of the session: none")]
    [InlineData("@UNESCO and #IGF2025")]
    public void Leaves_the_rest_alone(string text) => Assert.Empty(PersonalDataFinder.Find(text));

    [Fact]
    public void What_is_covered_leaves_every_offset_true()
    {
        const string Text = "Mail jane@example.org\nor call +41 22 917 12 34. We agree.";

        var masked = PersonalDataMask.Line(Text);

        Assert.Equal("Mail ████████████████\nor call ███ ██ ███ ██ ██. We agree.", masked);
        Assert.Equal(Text.Length, masked.Length);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("+1 ")]
    [InlineData("a@")]
    [InlineData("12 Aa ")]
    [InlineData("AB12 ")]
    public void Repetition_without_end_ends(string again) => PersonalDataFinder.Find(string.Concat(Enumerable.Repeat(again, 50_000)));
}
