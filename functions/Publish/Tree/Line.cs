using System.Collections;
using System.Runtime.CompilerServices;

namespace Intake.Publish;

/// <summary>How a span stands out from its line.</summary>
internal enum SpanKind
{
    Plain,
    Strong,
    Soft,

    /// <summary>Words of others, whose direction may differ from ours.</summary>
    Foreign,
}

/// <summary>A run of text within a line, as plain text: each writer encodes it.</summary>
/// <param name="Language">BCP 47 tag, or <c>und</c>, of words of others; null for ours.</param>
/// <param name="Link">Where it leads: an address, or <c>#id</c> of a section, message or row of the same report.</param>
internal sealed record Span(string Text, SpanKind Kind = SpanKind.Plain, string? Language = null, string? Link = null);

/// <summary>Text on one line.</summary>
[CollectionBuilder(typeof(Line), nameof(Of))]
internal sealed class Line(IReadOnlyList<Span> spans) : IReadOnlyList<Span>
{
    public static Line Empty { get; } = new([]);

    public int Count => spans.Count;

    public Span this[int index] => spans[index];

    public static Line Of(ReadOnlySpan<Span> spans) => new(spans.ToArray());

    public static Line Strong(string text) => new([new Span(text, SpanKind.Strong)]);

    public static Line Soft(string text) => new([new Span(text, SpanKind.Soft)]);

    /// <summary>Words of others.</summary>
    public static Line Foreign(string text, string language = "und") => new([new Span(text, SpanKind.Foreign, language)]);

    public static Line Linked(string text, string link) => new([new Span(text, Link: link)]);

    public static Line Join(string separator, IEnumerable<Line> lines)
    {
        var spans = new List<Span>();
        foreach (var line in lines)
        {
            if (spans.Count > 0)
                spans.Add(new Span(separator));
            spans.AddRange(line);
        }

        return new Line(spans);
    }

    public static implicit operator Line(string text) => text.Length == 0 ? Empty : new([new Span(text)]);

    public static Line operator +(Line left, Line right) => new([.. left, .. right]);

    public IEnumerator<Span> GetEnumerator() => spans.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Concat(spans.Select(span => span.Text));
}
