using Intake.Local.CommandLine;

namespace Intake.Tests.Local;

public sealed class ProgressTests
{
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero));
    private readonly StringWriter _screen = new();

    [Fact]
    public void It_tells_how_far_it_is_how_fast_and_how_long_it_will_take()
    {
        using var progress = Make(colour: false);
        _clock.Advance(TimeSpan.FromSeconds(10));
        progress.Advance(25_000_000);

        Assert.Equal("[#######.......................] 25 % 1/3 files  0:30 left  0 files/s, 2.5 MB/s", progress.Line(120));
        Assert.EndsWith(progress.Line(120), _screen.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(60)]
    [InlineData(30)]
    [InlineData(12)]
    [InlineData(1)]
    public void The_line_never_wraps(int width)
    {
        using var progress = Make(colour: false);
        _clock.Advance(TimeSpan.FromSeconds(10));
        progress.Advance(25_000_000);

        Assert.InRange(progress.Line(width).Length, 0, width - 1);
    }

    [Fact]
    public void Colour_is_used_only_where_it_is_wanted()
    {
        using (var plain = Make(colour: false))
        {
            Finish(plain);
        }

        Assert.DoesNotContain("\u001b[32m", _screen.ToString(), StringComparison.Ordinal);
        using (var coloured = Make(colour: true))
        {
            Finish(coloured);
        }

        Assert.Contains("\u001b[32m", _screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_gone_before_output_is_written_and_at_the_end()
    {
        var progress = Make(colour: false);
        progress.Above(() => _screen.Write("output\n"));
        progress.Dispose();

        Assert.Contains("\r\u001b[Koutput\n", _screen.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\r\u001b[K", _screen.ToString(), StringComparison.Ordinal);
    }

    private Progress Make(bool colour) => new(new Terminal(_screen, () => 120, colour), _clock, "files", 3, 100_000_000);

    private void Finish(Progress progress)
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        progress.Advance(100_000_000);
    }
}
