namespace Intake.Extract.Kinds;

/// <summary>
/// What may do harm on the machine of whoever opens it: programs, and the string that virus scanners are tested with.
/// Such a document is kept, and handed out to nobody but the secretariat. This is no virus scanner.
/// </summary>
internal static class Danger
{
    private const string Program = "This is a program, which is not read";

    /// <summary>In two halves, or a scanner would take the source and the built file away.</summary>
    private static readonly byte[] TestString = [.. "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTI"u8, .. "VIRUS-TEST-FILE!$H+H*"u8];

    private static readonly byte[][] Programs =
    [
        [0x7F, .. "ELF"u8],
        [0xFE, 0xED, 0xFA, 0xCE],
        [0xFE, 0xED, 0xFA, 0xCF],
        [0xCE, 0xFA, 0xED, 0xFE],
        [0xCF, 0xFA, 0xED, 0xFE],
        [0xCA, 0xFE, 0xBA, 0xBE],
        [.. "dex\n"u8],
        [0, .. "asm"u8],
        [0x4C, 0, 0, 0, 1, 0x14, 2, 0],
        [.. "#!/"u8],
        [.. "#! /"u8],
        [.. "!<arch>\n"u8],
    ];

    /// <summary>Windows runs these by their names, whatever is in them; nobody writes a letter in them.</summary>
    private static readonly string[] Extensions =
        [".exe", ".scr", ".pif", ".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".wsh", ".hta", ".lnk", ".msi", ".jar", ".cpl", ".reg", ".apk"];

    /// <returns>What it is, in half a sentence; null when it is neither.</returns>
    public static string? Of(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith(TestString))
        {
            return "This is the test file of virus scanners, which is not read";
        }

        foreach (var program in Programs)
        {
            if (bytes.StartsWith(program))
            {
                return Program;
            }
        }

        return IsDosProgram(bytes) || Array.Exists(Extensions, each => name.EndsWith(each, StringComparison.OrdinalIgnoreCase)) ? Program : null;
    }

    /// <summary>"MZ" may begin a text too; the header after it has zeros, and text has none.</summary>
    private static bool IsDosProgram(ReadOnlySpan<byte> bytes) => bytes.StartsWith("MZ"u8) && bytes[..Math.Min(bytes.Length, 64)].Contains((byte)0);
}
