using System.Text;
using Intake.Receive;

namespace Intake.Extract.Containers;

/// <summary>
/// Puts the documents of an archive or message together into one text, each under a heading with its name. Whatever
/// could not be read is told with its name.
/// </summary>
internal sealed class Joiner(ExtractLimits limits)
{
    /// <summary>Problems told one by one; of more the number is told.</summary>
    private const int ProblemsTold = 50;

    private readonly StringBuilder _text = new();
    private readonly List<Block> _blocks = [];
    private readonly List<string> _problems = [];
    private int _untold;
    private int _documents;
    private long _inflated;
    private int _comments;
    private int _trackedChanges;
    private bool _isQuarantined;

    /// <summary>There is no room for more text.</summary>
    public bool IsFull { get; private set; }

    /// <summary>The name of a document within another as it may be shown.</summary>
    public static string Shown(string name) => SafeFileName.Of(name);

    /// <summary>Reads a document and adds it, or tells why not.</summary>
    public async Task AddAsync(ReadOnlyMemory<byte> bytes, string name, string contentType, ReadInner read, CancellationToken ct)
    {
        var shown = Shown(name);
        if (IsFull || _documents >= limits.InnerDocuments)
        {
            Tell($"{shown}: it was not read, since there is more than can be read at once.");
            return;
        }

        _documents++;
        _inflated += ZipKind.StatedText(bytes, limits);
        if (_inflated > limits.InflatedBytes)
        {
            Tell($"{shown}: it was not read, since the documents are too large together when opened.");
            return;
        }

        Add(shown, await read(bytes, name, contentType, ct));
    }

    public void Tell(string problem)
    {
        if (_problems.Count < ProblemsTold)
        {
            _problems.Add(problem);
        }
        else
        {
            _untold++;
        }
    }

    public void Append(string text, PassageKind kind, PassageFlags flags = PassageFlags.None)
    {
        if (text.Length > 0)
        {
            Append(text, [new(0, text.Length, kind) { Flags = flags }]);
        }
    }

    /// <param name="text">Clean text.</param>
    /// <param name="blocks">Its blocks.</param>
    public void Append(string text, IReadOnlyList<Block> blocks)
    {
        var room = limits.Characters - _text.Length - 2;
        var kept = blocks.TakeWhile(block => block.End <= room).Take(Math.Max(0, limits.Blocks - _blocks.Count)).ToList();
        IsFull |= kept.Count < blocks.Count;
        if (kept.Count == 0)
        {
            return;
        }

        _text.Append(_text.Length == 0 ? "" : "\n\n");
        var offset = _text.Length;
        _text.Append(text, 0, kept[^1].End);
        _blocks.AddRange(kept.Select(block => block with { Start = block.Start + offset, End = block.End + offset }));
    }

    public ReadText Finish(string kind)
    {
        if (IsFull)
        {
            _problems.Insert(0, BlockWriter.Cut(_text.Length));
        }

        if (_untold > 0)
        {
            _problems.Add(FormattableString.Invariant($"And {_untold:N0} more."));
        }

        return new(kind, _text.ToString(), _blocks, _problems.Count == 0 ? null : "Not everything in it could be read: " + string.Join(' ', _problems))
        {
            Comments = _comments,
            TrackedChanges = _trackedChanges,
            IsQuarantined = _isQuarantined,
        };
    }

    private void Add(string name, ReadText read)
    {
        _comments += read.Comments;
        _trackedChanges += read.TrackedChanges;
        _isQuarantined |= read.IsQuarantined;
        if (read.Problem is { } problem)
        {
            Tell($"{name}: {problem}");
        }

        if (read.Blocks.Count > 0)
        {
            Append(name, PassageKind.Heading);
            Append(read.Text, read.Blocks);
        }
    }
}
