using System.Globalization;
using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>Addresses to which a digest leads.</summary>
/// <param name="site">Where Intake is reached; null makes the addresses relative to the host.</param>
internal sealed class DigestLinks(Digest digest, Uri? site)
{
    private readonly string _site = site is null ? "" : site.AbsoluteUri.TrimEnd('/');
    private readonly string _path = "/calls/" + Uri.EscapeDataString(digest.Call.Id);

    public string Call => _site + _path;

    /// <summary>Every digest of the call.</summary>
    public string Digests => $"{Call}/digests";

    /// <summary>This digest's page.</summary>
    public string Page => Of(digest.Number);

    public string Of(int number) => $"{Digests}/{Text(number)}";

    /// <summary>This digest in a format.</summary>
    public string File(string extension) => $"{_site}/api{_path}/digests/{Text(digest.Number)}.{extension}";

    /// <summary>A message of any digest of the call, on the page of that digest that has it: a digest may have many.</summary>
    public string Message(int number, string message) => $"{Of(number)}?message={Uri.EscapeDataString(message)}#{MessageAnchor(message)}";

    public static string MessageAnchor(string message) => "m-" + message;

    /// <summary>The passage in which the quote stands.</summary>
    public string Passage(Quote quote) => $"{Contribution(quote.Contribution)}#p{Text(quote.Passage)}";

    public string Contribution(string id) => $"{Call}/contributions/{Uri.EscapeDataString(id)}";

    /// <summary>Where a contributor says that a view is missing or wrong.</summary>
    public string Correct(string? message) =>
        $"{Page}/correct" + (message is null ? "" : $"?message={Uri.EscapeDataString(message)}");

    /// <summary>The ledger's pages.</summary>
    public string Ledger => $"{Page}/ledger";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
