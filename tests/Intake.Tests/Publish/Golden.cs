using System.Text;
using Intake.Tests.Repository;

namespace Intake.Tests.Publish;

/// <summary>
/// Files that show what is published, to be read by people when they change. <c>INTAKE_RENEW_GOLDEN=1</c> in the environment
/// writes them anew; what then differs is for a person to look at.
/// </summary>
internal static class Golden
{
    private static bool IsRenewed => Environment.GetEnvironmentVariable("INTAKE_RENEW_GOLDEN") == "1";

    /// <param name="path">Below the repository's root.</param>
    public static void Same(string path, byte[] actual)
    {
        var file = Path.Combine(RepositoryFiles.Root, path);
        if (IsRenewed)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, actual);
        }

        Assert.True(File.Exists(file), $"{path} is missing: set INTAKE_RENEW_GOLDEN=1 to write it.");
        var expected = File.ReadAllBytes(file);
        if (!expected.AsSpan().SequenceEqual(actual))
            Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(actual));
    }

    public static void Same(string path, string actual) => Same(path, Encoding.UTF8.GetBytes(actual));
}
