using System.Text.Json.Serialization;

namespace Intake.Local.CommandLine;

/// <summary>What was read in one file.</summary>
/// <param name="Name">The file's, without its folder.</param>
/// <param name="Kind">Told by content.</param>
/// <param name="Characters">UTF-16 units of text.</param>
/// <param name="Passages">How many.</param>
/// <param name="Language">BCP 47 tag of most of the text, or <c>und</c>.</param>
/// <param name="Flags">What is to be known of it or of some passage.</param>
/// <param name="Problem">Why it could not be read, or not wholly.</param>
internal sealed record FileResult(
    string Name, string Kind, int Characters, int Passages, string Language, IReadOnlyList<string> Flags, string? Problem)
{
    /// <summary>The file itself could be opened, whatever was in it.</summary>
    [JsonIgnore]
    public bool WasOpened { get; init; } = true;
}
