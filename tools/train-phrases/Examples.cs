using Intake.KeyPhrases;

namespace Intake.TrainPhrases;

/// <summary>The candidates of one text: their features, and which of them people chose.</summary>
internal sealed class Example
{
    public required LabelledText Text { get; init; }

    public required int Count { get; init; }

    /// <summary>By feature, then candidate.</summary>
    public required float[][] Features { get; init; }

    public required bool[] Chosen { get; init; }

    /// <summary>Different phrases people gave.</summary>
    public required int Wanted { get; init; }

    public static Example Make(LabelledText text, PhraseWorkspace space, bool counted)
    {
        var lists = WordLists.For(text.Language);
        var pieces = text.Passages().ConvertAll(passage => new Piece(passage.Passage.Number, passage.Text, 0,
            passage.Text.Length, passage.Passage.Start, lists));
        var batch = new PhraseBatch(pieces, space);
        if (counted)
        {
            WithoutThisText(batch);
        }

        PhraseScores.Score(batch);
        var candidates = PhraseRanking.Chosen(batch).ToArray();
        var features = new PhraseFeatures();
        features.Fill(batch, candidates);
        var keys = text.Keys.Select(key => LabelledText.Key(key, lists)).ToHashSet();
        var values = new float[PhraseFeatures.Count][];
        for (var f = 0; f < values.Length; f++)
        {
            values[f] = features.Of(f)[..candidates.Length].ToArray();
        }

        var chosen = new bool[candidates.Length];
        for (var i = 0; i < chosen.Length; i++)
        {
            var candidate = batch.Candidates[candidates[i]];
            var place = batch.Places[candidate.First];
            chosen[i] = keys.Contains(LabelledText.Key(batch.Surface(place.Piece, place.Token, candidate.Words).ToString(), lists));
        }

        return new() { Text = text, Count = candidates.Length, Features = values, Chosen = chosen, Wanted = keys.Count };
    }

    /// <summary>The background has counted this text; a text that arrives is not in it.</summary>
    public static void WithoutThisText(PhraseBatch batch)
    {
        foreach (ref var word in batch.Words)
        {
            var count = (int)Math.Round(Math.Pow(2, word.Frequency / Background.Scale) - 1);
            word.Frequency = Background.Cell(Math.Max(0, count - 1));
        }
    }
}
