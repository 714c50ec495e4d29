namespace Intake.Extract.Cleaning;

/// <summary>What every text goes through after it was read, whatever its kind: debris is taken out, passages are flagged.</summary>
internal static class Cleaner
{
    public static ReadText Clean(ReadText read) => read;
}
