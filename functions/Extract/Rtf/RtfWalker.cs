using System.Text;
using Intake.Extract.Word;

namespace Intake.Extract.Rtf;

/// <summary>
/// Goes through RTF (the Rich Text Format Specification 1.9.1) from its beginning to its end, in time linear in its length
/// and without recursion: knows which groups are open, and turns bytes and Unicode escapes into characters by the font in
/// force. What the text is for is known to those derived from it.
/// </summary>
internal abstract class RtfWalker(int maxDepth)
{
    private readonly RtfGroup[] _groups = new RtfGroup[maxDepth + 1];
    private readonly RtfFonts _fonts = new();
    private readonly RtfDecoder _decoder = new();
    private int _depth;

    /// <summary>Groups open beyond the limit: their text counts as the text of the last one within, whose state they borrow.</summary>
    private int _tooDeep;
    private RtfGroup _lastWithin;

    /// <summary>
    /// What follows the end of the document is debris of a disk or a mail; but where paragraphs follow, it was a brace too
    /// many. Looked for once.
    /// </summary>
    private bool _goesOn;

    /// <summary>Characters still to be passed over, because a Unicode character came in their place.</summary>
    private int _substitutes;

    /// <summary>What is in force where the walk stands.</summary>
    protected ref RtfGroup Group => ref _groups[_depth];

    /// <summary>Nothing more is wanted.</summary>
    protected abstract bool IsFull { get; }

    public void Walk(ReadOnlyMemory<byte> rtf, CancellationToken ct)
    {
        _groups[0] = new();
        var tokens = new RtfTokenizer(rtf);
        while (!IsFull)
        {
            ct.ThrowIfCancellationRequested();
            var kind = tokens.Next();
            if (kind is RtfTokenKind.Text or RtfTokenKind.Byte)
            {
                Gather(kind == RtfTokenKind.Text ? tokens.Text : [tokens.Byte]);
                continue;
            }

            Decode();
            switch (kind)
            {
                case RtfTokenKind.Open:
                    _substitutes = 0;
                    Open();
                    break;
                case RtfTokenKind.Close:
                    _substitutes = 0;
                    Close();
                    if (_depth == 0 && !_goesOn && !(_goesOn = tokens.Rest.IndexOf("\\par"u8) >= 0))
                    {
                        return;
                    }

                    break;
                case RtfTokenKind.Word:
                    Word(tokens.Word, tokens.Parameter);
                    break;
                case RtfTokenKind.Symbol:
                    Symbol(tokens.Byte);
                    break;
                case RtfTokenKind.End:
                    CloseAll();
                    return;
            }
        }

        CloseAll();
    }

    /// <summary>Text, wherever its group goes, except what is skipped and the names of fonts.</summary>
    protected abstract void Text(ReadOnlySpan<char> text);

    /// <summary>A control word that says something else than how bytes become characters, in a group not skipped.</summary>
    protected abstract void Word(string word, int parameter);

    /// <summary>A group that is the last one with its scope was closed.</summary>
    protected abstract void Closed(RtfScope scope);

    private static bool IsOn(int? parameter) => parameter != 0;

    private void Open()
    {
        if (_depth == maxDepth)
        {
            _lastWithin = _tooDeep++ == 0 ? Group : _lastWithin;
            return;
        }

        ref var outer = ref Group;
        var isSkipped = outer.SkipsNext;
        outer.SkipsNext = false;
        outer.IsOptional = false;
        _groups[++_depth] = outer;
        Group.Scope = RtfScope.None;
        Group.Destination = isSkipped ? RtfDestination.Skipped : Group.Destination;
    }

    private void Close()
    {
        if (_tooDeep > 0)
        {
            Group = --_tooDeep == 0 ? _lastWithin : Group;
            return;
        }

        if (_depth > 0)
        {
            var scope = Group.Scope;
            _depth--;
            if (scope != RtfScope.None)
            {
                Closed(scope);
            }
        }
    }

    private void CloseAll()
    {
        for (_tooDeep = 0; _depth > 0;)
        {
            Close();
        }
    }

    private void Word(string word, int? parameter)
    {
        ref var group = ref Group;
        var isOptional = group.IsOptional;
        group.IsOptional = false;
        if (group.Destination == RtfDestination.Skipped)
        {
            return;
        }

        if (RtfDestinations.IsSkipped(word) || (isOptional && !RtfDestinations.IsKnown(word)))
        {
            group.Destination = RtfDestination.Skipped;
            return;
        }

        if (RtfCharacters.OfWord(word) is { } character)
        {
            Character(character);
            return;
        }

        if (word == "u" && parameter is { } code)
        {
            Unicode(code);
            _substitutes = group.Substitutes;
            return;
        }

        _substitutes = 0;
        switch (word)
        {
            case "uc":
                group.Substitutes = Math.Clamp(parameter ?? 1, 0, 100);
                break;
            case "upr":
                group.SkipsNext = true;
                break;
            case "plain":
                group.Plain();
                break;
            case "v":
                group.IsHidden = IsOn(parameter);
                break;
            case "deleted" or "mvf":
                group.IsDeleted = IsOn(parameter);
                break;
            case "revised" or "mvt":
                group.IsInserted = IsOn(parameter);
                break;
            case "htmlrtf":
                group.IsNotHtml = IsOn(parameter);
                break;
            default:
                if (!_fonts.Word(word, parameter ?? 0, ref group))
                {
                    Word(word, parameter ?? 0);
                }

                break;
        }
    }

    private void Symbol(byte symbol)
    {
        if (symbol == '*')
        {
            Group.IsOptional = true;
        }
        else if (RtfCharacters.OfSymbol(symbol) is { } character)
        {
            Character(character);
        }
        else if (_substitutes > 0)
        {
            _substitutes--;
        }
    }

    private void Gather(ReadOnlySpan<byte> bytes)
    {
        var passed = Math.Min(_substitutes, bytes.Length);
        _substitutes -= passed;
        Group.IsOptional = false;
        if (Group.Destination != RtfDestination.Skipped)
        {
            _decoder.Gather(bytes[passed..]);
        }

        if (_decoder.IsFull)
        {
            Decode();
        }
    }

    private void Decode()
    {
        if (!_decoder.IsEmpty)
        {
            Deliver(_decoder.Decode(_fonts, Group.CurrentFont));
        }
    }

    private void Unicode(int code)
    {
        code += code < 0 ? 65_536 : 0;
        if (code is >= 0xF000 and < 0xF100)
        {
            Deliver(WordSymbols.Unicode(code, _fonts.SymbolName(Group.CurrentFont) ?? "Symbol"));
        }
        else if (code is >= 0 and < 65_536)
        {
            Deliver([(char)code]);
        }
        else if (Rune.IsValid(code))
        {
            // Not as specified, but written.
            Deliver(new Rune(code).ToString());
        }
    }

    private void Character(char character)
    {
        if (_substitutes > 0)
        {
            _substitutes--;
        }
        else
        {
            Deliver([character]);
        }
    }

    private void Deliver(ReadOnlySpan<char> text)
    {
        if (Group.Destination == RtfDestination.FontTable)
        {
            _fonts.Name(text);
        }
        else if (Group.Destination != RtfDestination.Skipped)
        {
            Text(text);
        }
    }
}
