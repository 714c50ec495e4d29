namespace Intake.Positions;

/// <summary>Chooses of statements that say the same the one to show: near to all others, of a readable length, and to be
/// understood without what stands before it.</summary>
internal static class CentralStatement
{
    /// <summary>UTF-16 units of a sentence that says something and is read at a glance.</summary>
    private const int Short = 60;
    private const int Long = 350;

    /// <summary>What a better length, and standing alone, count beside being nearer to the others.</summary>
    private const long Length = StatementSpace.One / 5;
    private const long Alone = StatementSpace.One / 4;

    /// <param name="space">The space they are of.</param>
    /// <param name="members">One or more, in order; of two that are as good the first is chosen.</param>
    public static int Of(StatementSpace space, IEnumerable<int> members)
    {
        var side = new StatementProfile(space, members);
        return side.Members.MaxBy(member => side.Similarity(member) + Bonus(space.Statements[member]));
    }

    private static long Bonus(StatedPosition statement) =>
        (statement.End - statement.Start is >= Short and <= Long ? Length : 0) + (statement.StandsAlone ? Alone : 0);
}
