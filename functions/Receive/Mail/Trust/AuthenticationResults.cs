namespace Intake.Receive.Mail.Trust;

/// <summary>
/// What our own mail server found about the sender (RFC 8601): <c>spf</c>, <c>dkim</c> and <c>dmarc</c> with their
/// results. Anybody can write such a field into a mail, so only fields with our server's name count, and of those only the
/// topmost: servers add above what was there. The server has to take out what others wrote under its name.
/// </summary>
/// <param name="Spf">Like the others <c>pass</c>, <c>fail</c>, <c>none</c> and so on; null when not checked.</param>
/// <param name="Dkim">Of several signatures the one that passed.</param>
/// <param name="Dmarc">Whether the address in From may be believed.</param>
public sealed record AuthenticationResults(string? Spf, string? Dkim, string? Dmarc)
{
    private static readonly string[] Known = ["pass", "fail", "softfail", "neutral", "none", "temperror", "permerror", "policy", "bestguesspass"];

    /// <param name="headers">The message's header.</param>
    /// <param name="server">The authserv-id that our own server gives itself; none is believed when it is empty.</param>
    /// <returns>Null when our server said nothing.</returns>
    public static AuthenticationResults? Of(HeaderList headers, string? server)
    {
        const int most = 100;
        var field = string.IsNullOrWhiteSpace(server) ? null
            : headers.All("Authentication-Results").Take(most).Select(each => HeaderComment.Remove(each.Raw)).FirstOrDefault(raw => IsFrom(raw, server.Trim()));
        if (field is null)
        {
            return null;
        }

        string? spf = null, dkim = null, dmarc = null;
        foreach (var statement in field.Split(';').Skip(1).Take(most))
        {
            var words = statement.Replace("=", " = ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is not [var method, "=", var result, ..] || Array.IndexOf(Known, result.ToLowerInvariant()) < 0)
            {
                continue;
            }

            result = result.ToLowerInvariant();
            switch (method.Split('/')[0].ToLowerInvariant())
            {
                case "spf": spf ??= result; break;
                case "dkim": dkim = dkim == "pass" || result == "pass" ? "pass" : dkim ?? result; break;
                case "dmarc": dmarc ??= result; break;
            }
        }

        return new(spf, dkim, dmarc);
    }

    /// <summary><c>spf=pass dkim=fail</c>, as it is kept.</summary>
    public override string ToString() => string.Join(' ', new[] { ("spf", Spf), ("dkim", Dkim), ("dmarc", Dmarc) }
        .Where(each => each.Item2 is not null).Select(each => $"{each.Item1}={each.Item2}"));

    private static bool IsFrom(string raw, string server)
    {
        // The name may be quoted, and followed by a version.
        var name = raw.Split(';', 2)[0].Trim().Split(' ', 2)[0].Trim('"');
        return name.Equals(server, StringComparison.OrdinalIgnoreCase);
    }
}
