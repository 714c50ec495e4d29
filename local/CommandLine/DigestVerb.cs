using Intake.Calls;
using Intake.Publish;
using Intake.Synthesis;
using Microsoft.Extensions.Options;

namespace Intake.Local.CommandLine;

/// <summary>Compiles a call's digest: to look at, or to issue.</summary>
internal sealed class DigestVerb : IVerb
{
    private const int NotDone = 1;

    public string Name => "digest";

    public string Summary =>
        "Compiles the next digest of a call and writes it to files, in every format. Nothing is kept or sent, unless with --issue.";

    public IReadOnlyList<Option> Options { get; } =
    [
        new("--call", "ID", "the call"),
        new("--at", "TIME", "ISO 8601, without offset in the call's time zone: the digest of that time, of what the journal had by then; contributions as they stand now (now)"),
        new("--out", "DIR", "where the files go (digest-ID)"),
        new("--issue", null, "issues it, keeps it and sends it to the call's recipients, as POST /api/calls/ID/digests does"),
        .. StorageServices.Options,
    ];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var id = arguments.Value("--call") ?? throw new UsageException("--call ID is missing.");
        if (arguments.Rest.Count > 0)
            throw new UsageException($"'{arguments.Rest[0]}' is not understood.");
        if (arguments.Has("--issue") && (arguments.Has("--at") || arguments.Has("--out")))
            throw new UsageException("--issue issues the digest of now, in storage: it goes with neither --at nor --out.");
        await using var intake = await StorageServices.OpenAsync(arguments, cancellationToken);
        if (await intake.Get<CallStore>().FindAsync(id, cancellationToken) is not { Call: var call })
        {
            Console.Error.WriteLine($"There is no call '{id}'.");
            return NotDone;
        }

        if (arguments.Has("--issue"))
        {
            var row = await intake.Get<DigestIssuer>().IssueAsync(call, send: true, cancellationToken);
            Console.WriteLine($"Issued digest {row.Number} of {id}, with {row.Contributions} contributions, for {call.Digest.Recipients.Count} recipients.");
            return 0;
        }

        var compiled = await DigestPreview.CompileAsync(intake, call, TimeOf(arguments, call), cancellationToken);
        await WriteAsync(compiled.Digest, arguments.Value("--out") ?? $"digest-{id}", intake.Get<IOptions<AppOptions>>().Value, cancellationToken);
        return 0;
    }

    private static DateTimeOffset? TimeOf(Arguments arguments, Call call)
    {
        if (arguments.Value("--at") is not { } text)
            return null;
        var time = CallTime.Parse(text, TimeZoneInfo.FindSystemTimeZoneById(call.TimeZone), out var problem);
        return problem is null ? time : throw new UsageException($"--at {text}: {problem}.");
    }

    private static async Task WriteAsync(Digest digest, string folder, AppOptions app, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        Console.WriteLine(FormattableString.Invariant($"Digest {digest.Number} of {digest.Call.Id} at {digest.Generated:yyyy-MM-dd HH:mm:ss} UTC: ")
            + $"{digest.Ledger.Contributions} contributions, {digest.AllMessages().Count()} messages, {digest.Method.QuotesChecked} quotes, each compared with its text.");
        foreach (var format in DigestFormats.All)
        {
            var content = await format.RenderAsync(digest, new Uri(app.PublicAddress), cancellation);
            var file = Path.Combine(folder, $"digest.{format.Extension}");
            await File.WriteAllBytesAsync(file, content, cancellation);
            Console.WriteLine($"  {file}  {content.Length} bytes");
        }
    }
}
