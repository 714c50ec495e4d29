using System.Text.Json;
using Intake.Calls;
using Intake.Http;
using Intake.Storage;

namespace Intake.FollowUps;

/// <summary>A body, meeting or process that a digest was sent to.</summary>
/// <param name="Id">Chosen by the secretariat.</param>
/// <param name="Digest">The digest's number.</param>
/// <param name="Date">When it was sent there.</param>
/// <param name="Link">Address of a page about it, <c>https</c> or <c>http</c>.</param>
public sealed record Forum(string Id, int Digest, string Name, DateOnly Date, string? Link = null)
{
    /// <exception cref="ProblemException">Something in it is not right; every mistake is named.</exception>
    public static Forum Read(JsonElement json, string id)
    {
        var errors = new List<InputError>();
        var root = new JsonReading(json, "$", errors);
        root.IsObject("digest", "name", "date", "link");
        if (!CallId.IsWord(id))
            errors.Add(new InputError("$.id", CallId.WordRule));
        var link = root.Line("link");
        if (link is not null && !(Uri.TryCreate(link, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)))
            errors.Add(new InputError("$.link", "must be an address that begins with https:// or http://"));
        var forum = new Forum(id, root.Digest(), root.RequiredLine("name"), root.Date("date"), link);
        return errors.Count == 0 ? forum : throw Problems.Invalid(errors);
    }
}

/// <summary>Fora that a call's digests were sent to.</summary>
public sealed class ForumStore(StorageClients storage) : FollowUpTable<Forum>(storage, "f")
{
    /// <summary>By date, those of one day by their ids.</summary>
    public async Task<IReadOnlyList<Forum>> ListAsync(string call, CancellationToken cancellation) =>
        [.. (await RowsAsync(call, cancellation)).OrderBy(forum => forum.Date)];
}
