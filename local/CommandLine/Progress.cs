using System.Globalization;
using System.Text;

namespace Intake.Local.CommandLine;

/// <summary>How far a long command is, in one line at the foot of a terminal; nothing at all where there is none.</summary>
internal sealed class Progress : IDisposable
{
    private const string ToLineStart = "\r\u001b[K";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Terminal? _terminal;
    private readonly TimeProvider _clock;
    private readonly string _unit;
    private readonly int _total;
    private readonly long _totalBytes;
    private readonly long _begun;
    private long _drawn;
    private int _done;
    private long _doneBytes;

    /// <param name="terminal">Where it is drawn; null for nowhere.</param>
    /// <param name="clock">Tells the rate and the time left.</param>
    /// <param name="unit">What is counted, in the plural.</param>
    /// <param name="total">How many there are.</param>
    /// <param name="totalBytes">How many bytes they have together: what the time left is told by.</param>
    public Progress(Terminal? terminal, TimeProvider clock, string unit, int total, long totalBytes)
    {
        (_terminal, _clock, _unit, _total, _totalBytes, _begun) = (terminal, clock, unit, total, totalBytes, clock.GetTimestamp());
        Draw();
    }

    /// <summary>One more is done.</summary>
    public void Advance(long bytes)
    {
        _done++;
        _doneBytes += bytes;
        if (_clock.GetElapsedTime(_drawn) >= Interval)
        {
            Draw();
        }
    }

    /// <summary>Writes lines of output above the progress.</summary>
    public void Above(Action write)
    {
        Clear();
        write();
        if (_clock.GetElapsedTime(_drawn) >= Interval)
        {
            Draw();
        }
    }

    public void Dispose() => Clear();

    /// <summary>The line as wide as the terminal allows: what tells most stays longest.</summary>
    internal string Line(int width)
    {
        var seconds = _clock.GetElapsedTime(_begun).TotalSeconds;
        var share = _totalBytes > 0 ? Math.Min(1, (double)_doneBytes / _totalBytes) : _total > 0 ? (double)_done / _total : 1;
        var counts = string.Create(CultureInfo.InvariantCulture, $"{_done:N0}/{_total:N0}");
        var rate = seconds <= 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{_done / seconds:N0} {_unit}/s, {_doneBytes / seconds / 1_000_000:N1} MB/s");
        var left = share <= 0 || seconds <= 0 ? "" : Time(TimeSpan.FromSeconds(seconds / share * (1 - share))) + " left";
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{share,5:P0} {counts}"));
        foreach (var part in (ReadOnlySpan<string>)[" " + _unit, "  " + left, "  " + rate])
        {
            if (part.Trim().Length > 0 && text.Length + part.Length < width)
            {
                text.Append(part);
            }
        }

        const int leastBar = 10, longestBar = 30;
        var room = Math.Min(longestBar, width - text.Length - 4);
        if (room >= leastBar)
        {
            var full = (int)(share * room);
            text.Insert(0, $"[{new string('#', full)}{new string('.', room - full)}]");
        }

        return text.Length < width ? text.ToString() : text.ToString(0, Math.Max(0, width - 1));
    }

    private static string Time(TimeSpan left) => left.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalHours}:{left:mm\\:ss}")
        : string.Create(CultureInfo.InvariantCulture, $"{left:m\\:ss}");

    private void Draw()
    {
        if (_terminal is null)
        {
            return;
        }

        _drawn = _clock.GetTimestamp();
        var line = Line(_terminal.Width());
        var bar = _terminal.HasColour ? line.LastIndexOf('#') + 1 : 0;
        _terminal.Writer.Write(ToLineStart + (bar > 1 ? $"[\u001b[32m{line[1..bar]}\u001b[0m{line[bar..]}" : line));
        _terminal.Writer.Flush();
    }

    private void Clear()
    {
        _terminal?.Writer.Write(ToLineStart);
        _terminal?.Writer.Flush();
    }
}
