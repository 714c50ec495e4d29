using Intake.Calls;
using Intake.Receive;
using Microsoft.AspNetCore.Components;

namespace Intake.Pages.Forms;

/// <summary>A mistake in a form, in the page's language.</summary>
/// <param name="Field">The name of the field.</param>
public sealed record FormError(string Field, MarkupString Text)
{
    /// <summary>The id of a field's control, which the summary links to.</summary>
    public static string Id(string field) => $"f-{field.Replace('[', '-').Replace("]", "", StringComparison.Ordinal)}";

    /// <summary>
    /// The rules' own sentences are English and for programs; which rule was broken follows from the field, since each has
    /// only one or two.
    /// </summary>
    internal static FormError Of(InputError error, Call call, Page page)
    {
        var field = error.Path;
        if (field.StartsWith("answers", StringComparison.Ordinal) || field == "text")
            return new FormError(field, page.Html("form.errors.text", ("max", page.Number(call.Rules.MaxTextCharacters))));
        return new FormError(field, field switch
        {
            "email" => page.Html("form.errors.email"),
            "country" or "language" or "stakeholderGroup" or "publish" => page.Html("form.errors.choice"),
            "endorsers" when error.Message.StartsWith("is one too many", StringComparison.Ordinal) =>
                page.Html("form.errors.endorsers", ("max", page.Number(Fields.MaxEndorsers))),
            "endorsers" when error.Message.StartsWith("are too long together", StringComparison.Ordinal) => page.Html("form.errors.together"),
            "endorsers" => page.Html("form.errors.endorser", ("max", page.Number(Fields.MaxLine))),
            SentForm.Files => OfFile(error.Message, call, page),
            "name" or "organisation" or "onBehalfOf" or "title" => page.Html("form.errors.line", ("max", page.Number(Fields.MaxLine))),
            _ => page.Html("form.errors.other", ("sentence", $"{error.Path} {error.Message}")),
        });
    }

    private static MarkupString OfFile(string message, Call call, Page page) => message switch
    {
        FileErrors.TooMany => page.Html("form.errors.tooMany", ("max", page.Number(call.Rules.MaxFiles))),
        FileErrors.AllTooLarge => page.Html("form.errors.allTooLarge"),
        FileErrors.Gone => page.Html("form.errors.gone"),
        _ when message.StartsWith(FileErrors.TooLarge, StringComparison.Ordinal) => page.Html(
            "form.errors.tooLarge", ("name", message[FileErrors.TooLarge.Length..]), ("max", page.Texts.Formats.Size(call.Rules.MaxFileBytes))),
        _ => page.Html("form.errors.other", ("sentence", message)),
    };
}
