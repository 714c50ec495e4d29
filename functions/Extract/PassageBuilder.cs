namespace Intake.Extract;

/// <summary>Turns what was read, and the language found for each block, into the stored contract.</summary>
public static class PassageBuilder
{
    private const string Undetermined = "und";

    /// <param name="number">The document's number within the revision, from 1.</param>
    /// <param name="name">The document's display name.</param>
    /// <param name="read">What the reader found.</param>
    /// <param name="firstPassageNumber">The number of this document's first passage.</param>
    /// <param name="blockLanguages">BCP 47 tag of each block, in order.</param>
    public static ReadDocument Build(int number, string name, ReadText read, int firstPassageNumber, IReadOnlyList<string> blockLanguages)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(blockLanguages.Count, read.Blocks.Count);
        var passages = new Passage[read.Blocks.Count];
        var characters = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < passages.Length; i++)
        {
            var (block, language) = (read.Blocks[i], blockLanguages[i]);
            passages[i] = new Passage
            {
                Number = firstPassageNumber + i,
                Document = number,
                Start = block.Start,
                End = block.End,
                Language = language,
                Kind = block.Kind,
                AnswerTo = block.AnswerTo,
                Flags = block.Flags,
                Marker = block.Marker,
            };

            // The footer of a French letter may be longer than the letter, and English.
            characters[language] = characters.GetValueOrDefault(language) + (passages[i].IsOwn ? block.End - block.Start : 0);
        }

        return new()
        {
            Number = number,
            Name = name,
            Kind = read.Kind,
            Characters = read.Text.Length,
            Language = characters.Where(each => each.Key != Undetermined)
                .OrderByDescending(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal)
                .Select(each => each.Key).FirstOrDefault(Undetermined),
            Problem = read.Problem,
            Comments = read.Comments,
            TrackedChanges = read.TrackedChanges,
            IsQuarantined = read.IsQuarantined,
            Passages = passages,
        };
    }
}
