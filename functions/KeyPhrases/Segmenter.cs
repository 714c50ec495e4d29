namespace Intake.KeyPhrases;

/// <summary>A word or number of a text.</summary>
internal readonly record struct Token(int Start, int Length, TokenKind Kind, TokenFlags Flags)
{
    public int End => Start + Length;

    public bool Has(TokenFlags flag) => (Flags & flag) != 0;
}

internal enum TokenKind : byte
{
    Word,
    Number,

    /// <summary>A run of Han, or of Thai and its like: several words, to be divided by
    /// <see cref="UnspacedText"/>.</summary>
    HanRun,
    UnspacedRun,
    Kana,
}

[Flags]
internal enum TokenFlags : byte
{
    None = 0,

    /// <summary>Something that no phrase crosses stands between this word and the one before.</summary>
    BreakBefore = 1,

    /// <summary>Joined to the word before by a hyphen.</summary>
    HyphenBefore = 2,
    ApostropheBefore = 4,
    Upper = 8,
    AllUpper = 16,
    SentenceStart = 32,

    /// <summary>In a script without spaces, where the number of words is a guess.</summary>
    Unspaced = 64,
}

/// <summary>Divides text into words, in one pass, whatever the text. Addresses of mail and web are no words.</summary>
internal ref struct Segmenter(ReadOnlySpan<char> text, List<Token> tokens)
{
    /// <summary>UTF-16 units; a longer run of letters is no word.</summary>
    private const int MaxWord = 60;

    /// <summary>UTF-16 units; longer runs of scripts without spaces are cut.</summary>
    private const int MaxRun = 400;

    /// <summary>UTF-16 units of what converters leave in brackets, such as <c>[image: x]</c>.</summary>
    private const int MaxArtefact = 60;

    /// <summary>UTF-16 units of blanks at the beginning of a line that are looked through.</summary>
    private const int MaxIndent = 20;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly List<Token> _tokens = tokens;
    private int _at;
    private int _chunk; // Tokens before the present run of characters without a space.
    private TokenFlags _next = TokenFlags.BreakBefore | TokenFlags.SentenceStart;

    public static void Read(ReadOnlySpan<char> text, List<Token> tokens)
    {
        var segmenter = new Segmenter(text, tokens);
        segmenter._chunk = tokens.Count;
        while (segmenter._at < text.Length)
        {
            segmenter.Step();
        }
    }

    private readonly bool LetterAt(int i) => i < _text.Length
        && CharClasses.Of(_text[i]) is CharClass.Letter or CharClass.Digit;

    private readonly bool AfterWord =>
        _tokens.Count > _chunk && _tokens[^1].End == _at && _tokens[^1].Kind <= TokenKind.Number;

    private void Step()
    {
        var c = _text[_at];
        var kind = CharClasses.At(_text, _at, out var length);
        switch (kind)
        {
            case CharClass.Space:
                _next |= c == '\n' && NewSentence() ? TokenFlags.BreakBefore | TokenFlags.SentenceStart : 0;
                _chunk = _tokens.Count;
                _at++;
                break;
            case CharClass.Mark or CharClass.Format:
                _at += length;
                break;
            case CharClass.Letter or CharClass.Digit:
                Word();
                break;
            case CharClass.Han or CharClass.Unspaced or CharClass.Hiragana or CharClass.Katakana:
                Run(kind);
                break;
            case CharClass.Apostrophe when AfterWord && LetterAt(_at + 1):
                _next |= TokenFlags.ApostropheBefore;
                _at++;
                break;
            case CharClass.Hyphen when AfterWord && LetterAt(_at + 1):
                _next |= TokenFlags.HyphenBefore;
                _at++;
                break;
            default:
                Break(c, length);
                break;
        }
    }

    /// <summary>Whether a line end is more than a fold: an empty line follows, or a capital.</summary>
    private readonly bool NewSentence()
    {
        var rest = _text[(_at + 1)..Math.Min(_text.Length, _at + 1 + MaxIndent)].TrimStart(' ');
        return rest.IsEmpty || rest[0] is '\n' or '\r' or '\t' || char.IsUpper(rest[0]);
    }

    private void Break(char c, int length)
    {
        var address = c == '@' && AfterWord && LetterAt(_at + 1)
            || c == '.' && AfterWord && _at + 1 < _text.Length && char.IsLower(_text[_at + 1])
            || c == ':' && AfterWord && _text[_at..].StartsWith("://", StringComparison.Ordinal);
        if (address)
        {
            _tokens.RemoveRange(_chunk, _tokens.Count - _chunk);
            while (_at < _text.Length && CharClasses.Of(_text[_at]) != CharClass.Space)
            {
                _at++;
            }
        }
        else
        {
            _at += c == '[' ? Artefact() : length;
        }

        _next = TokenFlags.BreakBefore | (c is ',' or '(' or ')' or '/'
            ? _next & TokenFlags.SentenceStart : TokenFlags.SentenceStart);
    }

    private readonly int Artefact()
    {
        var rest = _text[_at..Math.Min(_text.Length, _at + MaxArtefact)];
        var end = rest.IndexOf(']');
        var colon = rest.IndexOf(':');
        return colon > 1 && end > colon && rest[1..colon].IndexOf(' ') < 0
            && rest[(colon + 1)..end].Trim().IndexOf(' ') < 0 ? end + 1 : 1;
    }

    private void Word()
    {
        var start = _at;
        var end = _at;
        var (letters, digits, upper, changes) = (0, 0, 0, 0);
        var previous = CharClass.Letter;
        while (_at < _text.Length)
        {
            var kind = CharClasses.At(_text, _at, out var length);
            if (kind == CharClass.Letter)
            {
                letters++;
                upper += char.IsUpper(_text[_at]) ? 1 : 0;
            }
            else if (kind == CharClass.Digit)
            {
                digits++;
            }
            else if (kind is not (CharClass.Mark or CharClass.Format) && !Abbreviation(start) && !Decimal(previous))
            {
                break;
            }

            changes += kind is CharClass.Letter or CharClass.Digit && kind != previous ? 1 : 0;
            previous = kind is CharClass.Letter or CharClass.Digit ? kind : previous;
            _at += length;
            end = kind == CharClass.Format ? end : _at;
        }

        // Identifiers such as h4x9q2 are not words; PrepCom2, COVID19, 3G and H2020 are.
        if (end - start > MaxWord || letters > 0 && changes > (CharClasses.Of(_text[start]) == CharClass.Digit ? 2 : 1))
        {
            _next |= TokenFlags.BreakBefore;
            return;
        }

        var flags = _next;
        flags |= upper > 0 && char.IsUpper(_text[start]) ? TokenFlags.Upper : 0;
        flags |= upper > 1 && upper == letters ? TokenFlags.AllUpper : 0;
        Add(new(start, end - start, letters > 0 ? TokenKind.Word : TokenKind.Number, flags));
    }

    /// <summary>A full stop within U.N. or e.g.</summary>
    private readonly bool Abbreviation(int start) =>
        _text[_at] == '.' && LetterAt(_at + 1) && char.IsLetter(_text[_at + 1])
        && (_at == start + 1 || _text[_at - 2] == '.') && char.IsLetter(_text[_at - 1])
        && (_at + 2 >= _text.Length || !char.IsLetter(_text[_at + 2]));

    private readonly bool Decimal(CharClass previous) => previous == CharClass.Digit && _text[_at] is '.' or ',' or ':'
        && _at + 1 < _text.Length && _at > 0 && char.IsDigit(_text[_at - 1]) && char.IsDigit(_text[_at + 1]);

    private void Run(CharClass kind)
    {
        var start = _at;
        while (_at < _text.Length && _at - start < MaxRun)
        {
            var here = CharClasses.At(_text, _at, out var length);
            if (here != kind && here is not (CharClass.Mark or CharClass.Format))
            {
                break;
            }

            _at += length;
        }

        if (kind == CharClass.Hiragana)
        {
            _next |= TokenFlags.BreakBefore; // Japanese grammar is written in it: particles, endings.
            return;
        }

        var token = kind switch
        {
            CharClass.Han => TokenKind.HanRun,
            CharClass.Katakana => TokenKind.Kana,
            _ => TokenKind.UnspacedRun,
        };
        Add(new(start, _at - start, token, _next | TokenFlags.Unspaced));
    }

    private void Add(Token token)
    {
        _tokens.Add(token);
        _next = TokenFlags.None;
    }
}
