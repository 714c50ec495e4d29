using System.Globalization;

namespace Intake.Storage;

/// <summary>
/// Keys of the table <c>contributions</c>. All rows of one contribution share a partition, so that a change, its
/// journal entry and its pending mark are one transaction: they never disagree, whatever crashes.
/// </summary>
internal static class ContributionKeys
{
    /// <summary>One past <c>|</c>: the end of a range of row keys that begin with a word and <c>|</c>.</summary>
    private const char AfterSeparator = '}';

    /// <summary>Partition: the call and the bucket of the contribution's id.</summary>
    public static string Partition(string call, string id) => $"{call}|{Ids.Bucket(id)}";

    public static IEnumerable<string> Partitions(string call) => Ids.Buckets.Select(bucket => $"{call}|{bucket}");

    /// <summary>A contribution as it stands now.</summary>
    public static string Contribution(string id) => $"c|{id}";

    /// <summary>A revision as it was received.</summary>
    public static string Revision(string id, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"r|{id}|{revision:D4}");

    /// <summary>Marks a revision as not analysed yet; deleting it is how one worker of several wins.</summary>
    public static string Pending(string id, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"p|{id}|{revision:D4}");

    /// <summary>What a person said a passage is about.</summary>
    public static string Correction(string id, int revision, int passage) =>
        string.Create(CultureInfo.InvariantCulture, $"{Corrections(id, revision)}{passage:D6}");

    /// <summary>What the keys of a revision's corrections begin with.</summary>
    public static string Corrections(string id, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"t|{id}|{revision:D4}|");

    /// <summary>A journal entry; sorts by the time it was written.</summary>
    public static string Journal(JournalEntry entry) => string.Create(
        CultureInfo.InvariantCulture, $"{JournalFrom(entry.At)}|{entry.Contribution}|{entry.Revision:D4}|{entry.Kind}");

    public static string JournalFrom(DateTimeOffset since) =>
        string.Create(CultureInfo.InvariantCulture, $"j|{since.UtcTicks:D19}");

    public static (string From, string To) ContributionRange => ("c|", "c" + AfterSeparator);

    public static (string From, string To) PendingRange => ("p|", "p" + AfterSeparator);

    public static string JournalEnd => "j" + AfterSeparator;
}
