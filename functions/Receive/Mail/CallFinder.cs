using Intake.Calls;

namespace Intake.Receive.Mail;

/// <summary>Finds the call a mail is for: by the tag after the plus of an address, else by a [tag] in the subject.</summary>
public sealed class CallFinder(CallStore calls)
{
    /// <summary>Tags looked at in one mail; a mail to thousands of addresses is not for thousands of calls.</summary>
    private const int MaxTags = 100;

    public async Task<Call?> FindAsync(IEnumerable<string> recipients, string subject, CancellationToken cancellation)
    {
        var tags = recipients.SelectMany(PlusTags).Concat(SubjectTags(subject)).Take(MaxTags).ToList();
        if (tags.Count == 0)
            return null;
        var all = new List<Call>();
        await foreach (var call in calls.AllAsync(cancellation))
            all.Add(call);
        return tags.Select(tag => all.Find(call => string.Equals(call.MailTag, tag, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(call => call is not null);
    }

    private static IEnumerable<string> PlusTags(string address)
    {
        var at = address.LastIndexOf('@');
        var plus = address.IndexOf('+', StringComparison.Ordinal);
        if (plus >= 0 && plus < at)
            yield return address[(plus + 1)..at];
    }

    private static IEnumerable<string> SubjectTags(string subject)
    {
        for (var open = subject.IndexOf('[', StringComparison.Ordinal); open >= 0; open = subject.IndexOf('[', open + 1))
        {
            var close = subject.IndexOf(']', open);
            if (close < 0)
                yield break;
            yield return subject[(open + 1)..close].Trim();
        }
    }
}
