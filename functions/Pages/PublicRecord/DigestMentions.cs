using System.Collections.Concurrent;
using System.Text.Json;
using Intake.Synthesis;

namespace Intake.Pages.PublicRecord;

/// <summary>A place where a digest quotes a contribution.</summary>
/// <param name="Digest">The digest's number.</param>
/// <param name="Message">The id of the message that rests on it; null when it is quoted elsewhere.</param>
/// <param name="Theme">The theme's title; null when it is quoted under a question or outside the agenda.</param>
/// <param name="Question">The question it answers.</param>
public sealed record DigestMention(int Digest, string? Message, string? Theme, int? Question, Quote Quote);

/// <summary>Finds where the latest digest quotes a contribution. Digests never change, so what was read of one stays.</summary>
public sealed class DigestMentions(DigestStore digests)
{
    /// <summary>Digests kept in memory; beyond that all are forgotten and read again when asked for.</summary>
    private const int MaxCached = 20;

    private readonly ConcurrentDictionary<string, ILookup<string, DigestMention>> _known = new(StringComparer.Ordinal);

    /// <returns>The latest digest's number, null when there is none, and what it quotes.</returns>
    public async Task<(int? Digest, IReadOnlyList<DigestMention> Mentions)> FindAsync(string call, string id, CancellationToken cancellation)
    {
        if (await digests.LatestAsync(call, cancellation) is not { } row)
            return (null, []);
        if (!_known.TryGetValue(row.Folder, out var mentions))
        {
            var json = await digests.ReadAsync(row, "json", cancellation);
            mentions = Of(JsonSerializer.Deserialize<Digest>(json.Span, Json.Options)!).ToLookup(mention => mention.Quote.Contribution, StringComparer.Ordinal);
            if (_known.Count >= MaxCached)
                _known.Clear();
            _known[row.Folder] = mentions;
        }

        return (row.Number, [.. mentions[id]]);
    }

    internal static IEnumerable<DigestMention> Of(Digest digest)
    {
        var sections = digest.Themes.Select(theme => (Title: (string?)theme.Title, theme.Messages, theme.Quotes));
        if (digest.Outside is { } outside)
            sections = sections.Append((null, outside.Messages, outside.Quotes));
        foreach (var (title, messages, quotes) in sections)
        {
            foreach (var mention in messages.SelectMany(message => message.Quotes.Select(quote => new DigestMention(digest.Number, message.Id, title, null, quote))))
                yield return mention;
            foreach (var quote in quotes)
                yield return new DigestMention(digest.Number, null, title, null, quote);
        }

        foreach (var question in digest.Questions)
        {
            foreach (var quote in question.Quotes)
                yield return new DigestMention(digest.Number, null, null, question.Number, quote);
        }
    }
}
