using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>Lays the messages of one kind of a theme out.</summary>
internal static class MessageCards
{
    /// <summary>More single views than this are folded: all are there, and what several say stays in view.</summary>
    private const int SinglesInView = 5;

    /// <summary>Ids of contributors named under a message; the ledger has them all.</summary>
    private const int Named = 40;

    public static Section Of(string id, MessageKind kind, IReadOnlyList<Message> messages, DigestContext context)
    {
        IReadOnlyList<Block> cards = [.. messages.Select(message => Of(message, context))];
        return new Section(
            id,
            $"{MessageText.Kinds(kind)} ({Wording.Number(messages.Count)})",
            [
                new Paragraph(Line.Soft(MessageText.Meaning(kind))),
                .. kind == MessageKind.SingleView && messages.Count > SinglesInView
                    ? [new Fold($"All {Wording.Number(messages.Count)} single views", cards)]
                    : cards,
            ]);
    }

    private static Card Of(Message message, DigestContext context) => new(
        DigestLinks.MessageAnchor(message.Id),
        MessageText.Kind(message.Kind),
        message.Kind == MessageKind.SingleView ? Line.Empty : MessageText.Headline(message),
        [.. message.Kind == MessageKind.SingleView ? Single(message, context) : Whole(message, context)]);

    private static IEnumerable<Block> Whole(Message message, DigestContext context)
    {
        var notes = MessageText.Sides(message).Concat(MessageText.Notes(message, context.Digest.Changes.Since is not null));
        yield return new Paragraph(string.Join(' ', notes));
        foreach (var quote in Quotes(message, context))
            yield return quote;
        var line = "Stands on " + DigestContext.Some(message.SupportedBy, message.SupportedBy.Count, Named, context.Contribution);
        if (message.OpposedBy.Count > 0)
            line += "; against it " + DigestContext.Some(message.OpposedBy, message.OpposedBy.Count, Named, context.Contribution);
        yield return new Paragraph(Small(line + ". " + Foot(message, context)));
    }

    /// <summary>One voice: its words and where they stand say all.</summary>
    private static IEnumerable<Block> Single(Message message, DigestContext context)
    {
        foreach (var quote in Quotes(message, context))
            yield return quote;
        Line notes = string.Join(' ', MessageText.Notes(message, context.Digest.Changes.Since is not null));
        if (message.Quotes.Count == 0)
            notes = "Stands on " + DigestContext.Some(message.SupportedBy, message.SupportedBy.Count, Named, context.Contribution) + ". " + notes;
        yield return new Paragraph(Small((notes.Count > 0 ? notes + " " : notes) + Foot(message, context)));
    }

    private static IEnumerable<Block> Quotes(Message message, DigestContext context) => message.Quotes.Count == 0
        ? [new Paragraph(MessageText.Unquoted)]
        : message.Quotes.Select(quote => CitationOf.Quote(quote, context, message.Kind != MessageKind.Divergence ? null : quote.Supports switch
        {
            true => "For",
            false => "Against",
            null => null,
        }));

    /// <summary>Its name from digest to digest, and the way to put it right.</summary>
    private static Line Foot(Message message, DigestContext context) =>
        Line.Linked(message.Id, context.Links.Message(context.Digest.Number, message.Id)) + " · "
        + context.Correct(message.Id);

    private static Line Small(Line line) => new([.. line.Select(span => span.Kind == SpanKind.Plain ? span with { Kind = SpanKind.Soft } : span)]);
}
