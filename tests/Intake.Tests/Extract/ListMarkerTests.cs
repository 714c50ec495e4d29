using Intake.Extract.PlainText;

namespace Intake.Tests.Extract;

public class ListMarkerTests
{
    [Theory]
    [InlineData("· Second, in the group.", "Second, in the group.")]
    [InlineData("►\tSecond.", "Second.")]
    [InlineData("  12. We urge action.", "We urge action.")]
    [InlineData("(iv) We urge action.", "We urge action.")]
    [InlineData("b) We urge action.", "We urge action.")]
    [InlineData("A. Smith said so.", "A. Smith said so.")]
    [InlineData("(A) first", "(A) first")]
    [InlineData("-5 % is too much.", "-5 % is too much.")]
    [InlineData("3.2 million people", "3.2 million people")]
    [InlineData("•\u00a0We urge action.", "We urge action.")]
    [InlineData("- ", "-")]
    public void The_sign_of_an_item_is_not_what_it_says(string text, string said)
    {
        var end = text.TrimEnd().Length;
        Assert.Equal(said, text[ListMarker.Skip(text, 0, end)..end]);
    }
}
