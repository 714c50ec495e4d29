namespace Intake.Pages.Forms;

/// <summary>What can be wrong with the files of a form. The API says these as problems.</summary>
internal static class FileErrors
{
    public const string TooMany = "too many";

    public const string AllTooLarge = "too large together";

    public const string Gone = "not here any more";

    /// <summary>The file's name follows.</summary>
    public const string TooLarge = "too large: ";
}
