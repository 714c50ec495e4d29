using Intake.Extract;
using static Intake.Tests.Extract.Reading;

namespace Intake.Tests.Extract;

public class LetterTests
{
    [Fact]
    public async Task Folded_parts_of_a_mail_are_passages_with_their_flags()
    {
        var read = await Read("""[{"text":"We agree.\n\nTruly.","flags":"none"},{"text":"> Do you?","flags":"quoted, folded"}]""", "letter.json", DocumentKind.LetterContentType);

        Assert.Equal((DocumentKind.Letter, "We agree.\n\nTruly.\n\n> Do you?"), (read.Kind, read.Text));
        Assert.Equal([PassageFlags.None, PassageFlags.None, PassageFlags.Quoted | PassageFlags.Folded], read.Blocks.Select(block => block.Flags));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[null]")]
    [InlineData("[{\"flags\":\"none\"}]")]
    [InlineData("[{\"text\":\"x\",\"flags\":\"none\"")]
    public async Task A_malformed_letter_is_a_recorded_outcome(string json) =>
        Assert.NotNull((await Read(json, "letter.json", DocumentKind.LetterContentType)).Problem);
}
