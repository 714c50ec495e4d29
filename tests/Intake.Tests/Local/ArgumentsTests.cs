using Intake.Local.CommandLine;

namespace Intake.Tests.Local;

public sealed class ArgumentsTests
{
    private static readonly Option[] Options = [new("--port", "N", ""), new("--no-mail", null, "")];

    [Theory]
    [InlineData("--port", "5")]
    [InlineData("--port=5")]
    public void An_option_has_its_value_after_it_or_after_an_equals_sign(params string[] arguments)
    {
        var parsed = Arguments.Parse([.. arguments, "--no-mail", "file"], Options);

        Assert.Equal(5, parsed.Number("--port", 1, 0, 9));
        Assert.True(parsed.Has("--no-mail"));
        Assert.Equal(["file"], parsed.Rest);
    }

    [Theory]
    [InlineData("Unknown option --prot", "--prot", "5")]
    [InlineData("--port needs N", "--port")]
    [InlineData("--port is there twice", "--port=1", "--port=2")]
    [InlineData("--no-mail takes no value", "--no-mail=yes")]
    public void What_is_wrong_is_said(string message, params string[] arguments)
    {
        var exception = Assert.Throws<UsageException>(() => Arguments.Parse(arguments, Options));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("10")]
    [InlineData("")]
    public void A_number_out_of_range_is_refused(string port)
    {
        var parsed = Arguments.Parse([$"--port={port}"], Options);

        Assert.Throws<UsageException>(() => parsed.Number("--port", 1, 0, 9));
    }
}
