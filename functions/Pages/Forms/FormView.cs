using Intake.Calls;

namespace Intake.Pages.Forms;

/// <summary>A contribution's form as its page shows it.</summary>
public sealed record FormView
{
    public required Call Call { get; init; }

    /// <summary>Where it is sent to.</summary>
    public required string Action { get; init; }

    public required string Token { get; init; }

    public required FormValues Values { get; init; }

    /// <summary>Files that are here already, each with what the form carries of it.</summary>
    public IReadOnlyList<(KeptFile File, string Token)> Files { get; init; } = [];

    public IReadOnlyList<FormError> Errors { get; init; } = [];

    /// <summary>The key of a sentence about the form as a whole; null when there is nothing to say.</summary>
    public string? Notice { get; init; }

    /// <summary>The reference of the contribution that is revised; null for a new one.</summary>
    public string? Revises { get; init; }

    /// <summary>Where one gets back to without sending it.</summary>
    public required string Back { get; init; }

    /// <summary>Names found in a mail, which count once they stand among the endorsers.</summary>
    public IReadOnlyList<string> SuggestedEndorsers { get; init; } = [];

    /// <summary>Bytes of one request.</summary>
    public long MaxBytes { get; init; }

    public FormError? ErrorAt(string field) => Errors.FirstOrDefault(error => error.Field == field);
}
