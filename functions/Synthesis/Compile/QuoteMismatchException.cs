namespace Intake.Synthesis;

/// <summary>A quote is not what the stored text says. No digest is printed with it, or without it.</summary>
public sealed class QuoteMismatchException : Exception
{
    /// <param name="quote">The quote that differs.</param>
    /// <param name="hasText">Whether there was a text to compare it with.</param>
    public QuoteMismatchException(Quote quote, bool hasText)
        : base(FormattableString.Invariant(
            $"Contribution {quote.Contribution}, revision {quote.Revision}, document {quote.Document}: ")
            + FormattableString.Invariant($"the text from {quote.Start} to {quote.End} ")
            + (hasText ? "is not what the digest would quote." : "is not in storage."))
    {
        Quote = quote;
    }

    // Not in the message, which is logged: logs hold no texts.
    public Quote Quote { get; }
}
