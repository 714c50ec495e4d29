using System.Runtime.InteropServices;

namespace Intake.KeyPhrases;

/// <content>Looks up, tags and counts the words.</content>
internal sealed partial class PhraseBatch
{
    /// <summary>Looks up the words of a piece, tags and counts them.</summary>
    private void LookUp(int p)
    {
        var piece = Pieces[p];
        var first = _firstToken[p];
        var tokens = CollectionsMarshal.AsSpan(_space.Tokens)[first..];
        var lexicon = _space.Lexicon(piece.Lists);
        CollectionsMarshal.SetCount(_space.Types, tokens.Length);
        CollectionsMarshal.SetCount(_space.Tags, tokens.Length);
        var types = CollectionsMarshal.AsSpan(_space.Types);
        var tags = CollectionsMarshal.AsSpan(_space.Tags);
        var text = piece.Text.AsSpan();
        var capitals = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            types[i] = lexicon.Of(text.Slice(tokens[i].Start, tokens[i].Length));
            capitals += (tokens[i].Flags & TokenFlags.Upper) != 0 ? 1 : 0;
        }

        var telling = capitals <= MaxCapitals * tokens.Length;
        if (PhraseWorkspace.Tagger(piece.Lists.Language) is { } tagger)
        {
            tagger.Tag(lexicon, tokens, types, tags);
        }
        else
        {
            Guess(lexicon, tokens, types, tags);
        }

        CollectionsMarshal.SetCount(_space.Infos, first + tokens.Length);
        var infos = CollectionsMarshal.AsSpan(_space.Infos)[first..];
        for (var i = 0; i < tokens.Length; i++)
        {
            ref var type = ref lexicon[types[i]];
            ref var state = ref lexicon.State(type.StemNumber);
            if (state.Text != _space.Text)
            {
                state = new() { Text = _space.Text, Word = _space.Words.Count };
                _space.Words.Add(new() { First = first + i, Frequency = type.Frequency, LastPassage = -1 });
            }

            ref var word = ref CollectionsMarshal.AsSpan(_space.Words)[state.Word];
            word.Count++;
            if (word.LastPassage != piece.Number)
            {
                (word.Passages, word.LastPassage) = (word.Passages + 1, piece.Number);
            }

            var flags = tokens[i].Flags;
            word.Length = Math.Max(word.Length, type.Length);
            word.Nouns += tags[i] is PartOfSpeech.Noun or PartOfSpeech.ProperNoun ? 1 : 0;
            word.Capitals += telling && ((flags & TokenFlags.AllUpper) != 0
                || (flags & (TokenFlags.Upper | TokenFlags.SentenceStart)) == TokenFlags.Upper) ? 1 : 0;
            infos[i] = new() { Stem = type.Stem, Word = state.Word, Tag = tags[i], Traits = type.Traits };
        }

        MarkContent(piece, tokens, infos, lexicon.Tagger is not null);
    }

    /// <summary>Where there is no tagger: what the word lists and the capitals tell.</summary>
    private static void Guess(Lexicon lexicon, ReadOnlySpan<Token> tokens, ReadOnlySpan<int> types,
        Span<PartOfSpeech> tags)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            var traits = lexicon[types[i]].Traits;
            tags[i] = tokens[i].Kind == TokenKind.Number ? PartOfSpeech.Numeral
                : (traits & (WordTraits.Link | WordTraits.NameLink)) != 0 ? PartOfSpeech.Adposition
                : (traits & WordTraits.Weak) != 0 ? PartOfSpeech.Verb
                : (traits & WordTraits.Stop) != 0 ? PartOfSpeech.Other
                : (traits & WordTraits.NotLast) != 0 ? PartOfSpeech.Adjective
                : (tokens[i].Flags & (TokenFlags.Upper | TokenFlags.SentenceStart)) == TokenFlags.Upper
                    && lexicon.Lists.Language != "de" ? PartOfSpeech.ProperNoun : PartOfSpeech.Noun;
        }
    }

    private static void MarkContent(Piece piece, ReadOnlySpan<Token> tokens, Span<TokenInfo> infos, bool tagged)
    {
        for (var i = 0; i < infos.Length; i++)
        {
            ref var info = ref infos[i];
            var joined = tokens[i].Has(TokenFlags.HyphenBefore)
                || i + 1 < tokens.Length && tokens[i + 1].Has(TokenFlags.HyphenBefore);
            var stop = (info.Traits & WordTraits.Stop) != 0
                && (!tagged || (info.Traits & WordTraits.Weak) == 0 || info.Tag is not (PartOfSpeech.Noun or PartOfSpeech.ProperNoun));
            info.Content = joined || !stop && tokens[i].Kind != TokenKind.Number && info.Tag is PartOfSpeech.Noun
                or PartOfSpeech.ProperNoun or PartOfSpeech.Adjective or PartOfSpeech.Verb or PartOfSpeech.Other
                or PartOfSpeech.Symbol;
            info.Verb = info.Tag is PartOfSpeech.Verb or PartOfSpeech.Auxiliary && tagged && !joined
                && !Participle(piece, tokens[i]);
            if (joined && tokens[i].Kind == TokenKind.Number && !tokens[i].Has(TokenFlags.HyphenBefore))
            {
                info.Content = false;
            }
        }
    }

    /// <summary>Whether a verb stands like an adjective or a noun, in English, where the tagger often cannot
    /// tell.</summary>
    private static bool Participle(in Piece piece, Token token) => piece.Lists.Language == "en" && token.Length > 4
        && piece.Text.AsSpan(token.Start, token.Length) is [.., 'i', 'n', 'g'] or [.., 'e', 'd'];
}
