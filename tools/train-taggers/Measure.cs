using Intake.KeyPhrases;

namespace Intake.TrainTaggers;

/// <summary>Measures a tagger as the engine runs it.</summary>
internal static class Measure
{
    public static (int Right, int All) Accuracy(sbyte[] weights, List<Sentence> sentences, string language)
    {
        var model = new TaggerModel(weights);
        var tagger = new Tagger(model);
        var lexicon = new Lexicon(WordLists.For(language), model, new Background([]));
        var (right, all) = (0, 0);
        foreach (var sentence in sentences)
        {
            var tokens = sentence.Flags.Select(flags => new Token(0, 1, TokenKind.Word, flags)).ToArray();
            var types = sentence.Words.Select(word => lexicon.Of(word)).ToArray();
            var tags = new PartOfSpeech[tokens.Length];
            tagger.Tag(lexicon, tokens, types, tags);
            all += tags.Length;
            right += tags.Where((tag, i) => (int)tag == sentence.Tags[i]).Count();
        }

        return (right, all);
    }
}
