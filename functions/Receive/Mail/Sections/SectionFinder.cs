namespace Intake.Receive.Mail.Sections;

/// <summary>
/// Divides a mail's text into the sender's own words and the rest, in one pass over its lines. In doubt a line is the
/// sender's own: to fold what somebody said is worse than to show a footer.
/// </summary>
internal sealed class SectionFinder
{
    /// <summary>Letters of own text; with fewer in front of a forwarded letter that is a cover note, and the letter counts.</summary>
    private const int CoverNote = 500;

    private readonly string _text;
    private readonly MailLines _lines;
    private readonly MailSectionKind[] _kinds;
    private readonly int[] _depths;
    private readonly bool _isForward;
    private int _depth;
    private int _runStart;
    private int _letters;

    private SectionFinder(string text, string subject)
    {
        (_text, _lines, _isForward) = (text, new(text), ReplyMarks.IsForwardSubject(subject));
        (_kinds, _depths) = (new MailSectionKind[_lines.Count], new int[_lines.Count]);
    }

    /// <param name="text">Lines end with <c>\n</c>.</param>
    /// <param name="subject">The mail's subject: it tells a forwarded letter from an answer.</param>
    /// <param name="files">Where files are written into the text, ascending.</param>
    public static List<MailSection> Find(string text, string subject, IReadOnlyList<Range> files)
    {
        var finder = new SectionFinder(text, subject);
        finder.MarkFiles(files);
        finder.MarkHistory();
        return finder.Sections();
    }

    private void MarkFiles(IReadOnlyList<Range> files)
    {
        for (int line = 0, next = 0; line < _lines.Count && next < files.Count; line++)
        {
            while (next < files.Count && files[next].End.Value <= _lines.Start(line))
            {
                next++;
            }

            if (next < files.Count && _lines.Start(line) >= files[next].Start.Value)
            {
                _kinds[line] = MailSectionKind.EncodedFile;
            }
        }
    }

    private void MarkHistory()
    {
        for (var line = 0; line < _lines.Count;)
        {
            if (_kinds[line] != MailSectionKind.Own || _lines.IsBlank(line))
            {
                line++;
            }
            else if (Mark(line) is { } mark)
            {
                line = After(line, mark);
            }
            else
            {
                _depths[line] = _depth;
                _kinds[line] = _lines.Depth(line) > _depth ? MailSectionKind.Quoted : MailSectionKind.Own;
                line++;
            }
        }

        EndRun(_lines.Count);
    }

    private ReplyMark? Mark(int line) => _lines.Depth(line) != _depth ? null
        : ReplyMarks.Separator(_lines, line) ?? HeaderBlock.At(_lines, line, _depth) ?? ReplyMarks.Attribution(_lines, line);

    /// <summary>What comes after the mark of a history or of a forwarded letter.</summary>
    private int After(int line, ReplyMark mark)
    {
        var next = _lines.NextFilled(mark.End);
        var isQuoted = next < _lines.Count && _lines.Depth(next) > _depth;
        if (mark.Kind == ReplyMarkKind.Attribution && !isQuoted && !mark.IsCertain)
        {
            Fill(line, mark.End, MailSectionKind.Own);
            return mark.End;
        }

        EndRun(line);
        var isLetter = mark.Kind != ReplyMarkKind.Attribution && _letters < CoverNote
            && (mark.Kind == ReplyMarkKind.Forward || _isForward || _letters == 0);
        if (isLetter)
        {
            Fill(line, mark.End, MailSectionKind.ForwardingHeader);
            var hasHeader = mark.End > line + 1;
            _depth = Math.Max(mark.Depth, !hasHeader && isQuoted ? _lines.Depth(next) : _depth);
            _runStart = mark.End;
            return mark.End;
        }

        // Lines marked as quoted end where the sender's answer to them begins; unmarked history goes on to the end.
        var end = isQuoted ? mark.End : _lines.Count;
        Fill(line, end, MailSectionKind.Quoted);
        _runStart = end;
        return end;
    }

    private void Fill(int from, int to, MailSectionKind kind)
    {
        for (var line = from; line < to; line++)
        {
            (_kinds[line], _depths[line]) = (_kinds[line] == MailSectionKind.EncodedFile ? MailSectionKind.EncodedFile : kind, _depth);
        }
    }

    /// <summary>The sender's words up to here: what closes them is folded, and the rest counted.</summary>
    private void EndRun(int end)
    {
        Closing.Mark(_lines, _kinds, _runStart, end);
        for (var line = _runStart; line < end; line++)
        {
            if (_kinds[line] == MailSectionKind.Own)
            {
                foreach (var unit in _lines.Content(line))
                {
                    _letters += char.IsLetter(unit) ? 1 : 0;
                }
            }
        }

        _runStart = end;
    }

    private List<MailSection> Sections()
    {
        var sections = new List<MailSection>();
        for (var line = 0; line < _lines.Count; line++)
        {
            if (_lines.IsBlank(line))
            {
                continue;
            }

            // Within a forwarded letter the marks in front of its lines are none of its own.
            var depth = _kinds[line] == MailSectionKind.Own ? _depths[line] : 0;
            var end = _lines.Start(line) + _text.AsSpan(_lines.Start(line).._lines.End(line)).TrimEnd().Length;
            if (sections.Count > 0 && sections[^1] is var last && last.Kind == _kinds[line] && last.Depth == depth)
            {
                sections[^1] = last with { End = end };
            }
            else
            {
                sections.Add(new(_lines.Start(line), end, _kinds[line], depth));
            }
        }

        return sections;
    }
}
