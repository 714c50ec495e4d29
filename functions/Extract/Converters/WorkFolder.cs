namespace Intake.Extract.Converters;

/// <summary>
/// A temporary folder that only we can enter, with the document as the file <see cref="Input"/>; deleted with all that is
/// in it. It is the converter's working directory and home.
/// </summary>
internal sealed class WorkFolder : IDisposable
{
    public const string Input = "input";

    /// <summary>What a killed converter was writing may appear while its folder is being emptied.</summary>
    private const int Attempts = 5;

    private readonly DirectoryInfo _folder;

    private WorkFolder(DirectoryInfo folder) => _folder = folder;

    public string Path => _folder.FullName;

    public static async Task<WorkFolder> CreateAsync(ReadOnlyMemory<byte> document, CancellationToken ct)
    {
        // Mode 0700 on Unix.
        var folder = new WorkFolder(Directory.CreateTempSubdirectory("intake-"));
        try
        {
            await File.WriteAllBytesAsync(System.IO.Path.Combine(folder.Path, Input), document, ct);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _folder.Delete(recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (IOException) when (attempt < Attempts)
            {
                // Not empty: something was added meanwhile. Its writer is dead by now.
            }
        }
    }
}
