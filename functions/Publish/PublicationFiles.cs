namespace Intake.Publish;

/// <summary>What files of digests are called where they are kept by those who get them.</summary>
internal static class PublicationFiles
{
    /// <summary>Ids of calls are safe to stand in a file's name.</summary>
    public static string Name(string call, int number, IDigestFormat format) => $"{call}-digest-{number}.{format.Extension}";
}
