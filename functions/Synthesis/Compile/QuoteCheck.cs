namespace Intake.Synthesis;

/// <summary>Compares quotes with the stored texts, character for character.</summary>
internal sealed class QuoteCheck(IContributionSource source, string call, int readers)
{
    /// <returns>How many quotes were compared.</returns>
    /// <exception cref="QuoteMismatchException">A quote differs from the text it is said to be taken from.</exception>
    public async Task<int> CheckAsync(IReadOnlyList<Quote> quotes, CancellationToken cancellation)
    {
        var documents = quotes
            .GroupBy(quote => (quote.Contribution, quote.Revision, quote.Document))
            .OrderBy(document => document.Key.Contribution, StringComparer.Ordinal)
            .ThenBy(document => document.Key.Document);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = readers, CancellationToken = cancellation };
        await Parallel.ForEachAsync(documents, parallel, async (document, token) =>
        {
            var (contribution, revision, number) = document.Key;
            var text = await source.TextAsync(call, contribution, revision, number, token);
            foreach (var quote in document)
            {
                if (text is null || !IsVerbatim(quote, text))
                {
                    throw new QuoteMismatchException(quote, text is not null);
                }
            }
        });
        return quotes.Count;
    }

    private static bool IsVerbatim(Quote quote, string text) =>
        quote.Start >= 0 && quote.Start < quote.End && quote.End <= text.Length
        && text.AsSpan(quote.Start, quote.End - quote.Start).SequenceEqual(quote.Text);
}
