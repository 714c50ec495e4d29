using System.Text;
using Intake.Calls;
using Intake.Extract;
using Intake.Http;
using Intake.Storage;
using Microsoft.AspNetCore.Http;

namespace Intake.FollowUps;

/// <summary>A correction request as somebody sends it, by JSON or by form.</summary>
public sealed record CorrectionDraft
{
    /// <summary>UTF-16 units of a text or an answer.</summary>
    public const int MaxText = 5_000;

    private const int MaxBytes = 100_000;
    private const int MaxFields = 50;

    private static readonly string[] Names = ["text", "message", "contribution", "receipt", "name", "email", "publish"];

    public string Text { get; init; } = "";

    public string? Message { get; init; }

    public string? Contribution { get; init; }

    /// <summary>Shows that the contribution is the sender's; not kept.</summary>
    public string? Receipt { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public PublishAs Publish { get; init; } = PublishAs.Anonymous;

    /// <exception cref="ProblemException">It cannot be read; every mistake is named.</exception>
    public static async Task<CorrectionDraft> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var errors = new List<InputError>();
        var draft = request.HasJsonContentType() ? await JsonAsync(request, errors, cancellation)
            : request.HasFormContentType && !request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
                ? Read((await FormBody.ReadAsync(request, MaxBytes, MaxFields, cancellation)).Select(field => (field.Key, field.Key, field.Value.ToString())), errors)
            : throw Problems.UnsupportedMediaType("application/json or application/x-www-form-urlencoded");
        return errors.Count == 0 ? draft : throw Problems.Invalid(errors);
    }

    /// <summary>Reads fields by name; what is wrong is added to <paramref name="errors"/>.</summary>
    public static CorrectionDraft Read(IEnumerable<(string Name, string Path, string Value)> fields, List<InputError> errors)
    {
        var (draft, textPath) = (new CorrectionDraft(), "text");
        foreach (var (name, path, value) in fields)
        {
            textPath = name == "text" ? path : textPath;
            draft = name switch
            {
                "text" => draft with { Text = Prose(path, value, errors) },
                "message" => draft with { Message = Id(path, value, MessageId.IsValid, MessageId.Rule, errors) },
                "contribution" => draft with { Contribution = Id(path, value, Ids.IsValid, "must be a contribution's id", errors) },
                "receipt" => draft with { Receipt = FieldValue.Line(path, value, errors) },
                "name" => draft with { Name = FieldValue.Line(path, value, errors) },
                "email" => draft with { Email = FieldValue.Email(path, value, errors) },
                "publish" => draft with { Publish = FieldValue.OneOf<PublishAs>(path, value, errors) ?? PublishAs.Anonymous },
                _ => Unknown(draft, path, errors),
            };
        }

        if (draft.Text.Length == 0 && errors.All(error => error.Path != textPath))
            errors.Add(new InputError(textPath, "must not be empty"));
        return draft;
    }

    /// <summary>Several lines of text without controls, trimmed.</summary>
    internal static string Prose(string path, string value, List<InputError> errors)
    {
        if (value.Length > MaxText)
        {
            errors.Add(new InputError(path, $"has more than {MaxText} characters"));
            return "";
        }

        var text = new StringBuilder(value.Length);
        foreach (var rune in Characters.WellFormed(value).ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || CleanText.IsBidiControl(rune.Value)))
                text.Append(rune);
        }

        return text.ToString().Trim();
    }

    private static async Task<CorrectionDraft> JsonAsync(HttpRequest request, List<InputError> errors, CancellationToken cancellation)
    {
        using var json = await JsonBody.ReadAsync(request, MaxBytes, cancellation);
        var root = new JsonReading(json.RootElement, "$", errors);
        return root.IsObject(Names)
            ? Read([.. root.Members().Where(member => !member.Value.IsNull && Names.Contains(member.Name))
                .Select(member => (member.Name, member.Value.Path, member.Value.Text(MaxBytes) ?? ""))], errors)
            : new CorrectionDraft();
    }

    private static string? Id(string path, string value, Func<string?, bool> isValid, string rule, List<InputError> errors)
    {
        var id = value.Trim();
        if (id.Length == 0)
            return null;
        if (!isValid(id))
            errors.Add(new InputError(path, rule));
        return id;
    }

    private static CorrectionDraft Unknown(CorrectionDraft draft, string path, List<InputError> errors)
    {
        errors.Add(new InputError(path, "is not known here"));
        return draft;
    }
}
