using System.Text;
using System.Text.Json;
using Intake.Extract;
using Intake.Extract.Charsets;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Intake.Receive.Mail;

/// <summary>
/// Reads the form that SendGrid's Inbound Parse posts: the whole message in the field <c>email</c> (raw), or the message
/// already taken apart (headers, text, html, attachment1…, each field in the character set that <c>charsets</c> names).
/// </summary>
public sealed class SendGridInbound(MailLimits limits)
{
    /// <summary>Form fields and files together: SendGrid sends about 15 and one for each attachment.</summary>
    private const int MostFields = 300;

    /// <summary>Objects in <c>attachment-info</c> and <c>charsets</c> are flat, or hold flat ones.</summary>
    private const int JsonDepth = 4;

    /// <param name="body">The request's body.</param>
    /// <param name="contentType">Its content type, with the form's boundary.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<InboundMail> ReadAsync(Stream body, string contentType, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        var isCut = await BoundedCopy.CopyAsync(body, buffer, limits.Bytes, ct);
        buffer.Position = 0;
        var problems = new List<string>();
        if (isCut)
        {
            problems.Add($"The message is larger than {limits.Bytes / 1024 / 1024} MB; only its beginning was read.");
        }

        var form = await FormAsync(buffer, contentType, problems, ct);
        var envelope = EnvelopeOf(form);
        return form.TryGetValue("email", out var raw)
            ? new MailReader(limits).Read(raw.Content, problems, envelope, ct)
            : Parsed(form, problems, envelope, ct);
    }

    /// <summary>The form's fields by name; the first of a name counts. A form that breaks off gives what came before.</summary>
    private static async Task<Dictionary<string, Field>> FormAsync(MemoryStream body, string contentType, List<string> problems, CancellationToken ct)
    {
        var form = new Dictionary<string, Field>(StringComparer.OrdinalIgnoreCase);
        var boundary = MediaTypeHeaderValue.TryParse(contentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 200)
        {
            problems.Add("The form could not be read: it does not say how its fields are divided.");
            return form;
        }

        try
        {
            var reader = new MultipartReader(boundary, body) { HeadersCountLimit = 20, HeadersLengthLimit = 32 * 1024, BodyLengthLimit = null };
            while (form.Count < MostFields && await reader.ReadNextSectionAsync(ct) is { } section)
            {
                using var content = new MemoryStream();
                await section.Body.CopyToAsync(content, ct);
                if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                    && HeaderUtilities.RemoveQuotes(disposition.Name).Value is { Length: > 0 } name)
                {
                    var fileName = disposition.FileNameStar.Value ?? HeaderUtilities.RemoveQuotes(disposition.FileName).Value;
                    form.TryAdd(name, new(content.ToArray(), fileName, section.ContentType));
                }
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            // The body is in memory: what these say is that it is no well-formed form, not that storage failed.
            problems.Add("The form is damaged; only the part before the damage was read.");
        }

        return form;
    }

    private InboundMail Parsed(Dictionary<string, Field> form, List<string> problems, Envelope? envelope, CancellationToken ct)
    {
        var charsets = Texts(form, "charsets");
        var headers = new HeaderList();
        if (form.TryGetValue("headers", out var block))
        {
            HeaderList.Read(block.Content, 0, limits, headers);
        }

        // The fields repeat the header, decoded; they stand in where it is missing.
        foreach (var (field, header) in new[] { ("from", "From"), ("to", "To"), ("cc", "Cc"), ("subject", "Subject") })
        {
            if (headers.First(header) is null && Text(field) is { Length: > 0 } value)
            {
                headers.Add(new(header, HeaderField.OneLine(value)));
            }
        }

        var plain = Characters.Clean(Text("text"));
        var isHtml = string.IsNullOrWhiteSpace(plain) && form.ContainsKey("html");
        var text = isHtml ? MailBody.HtmlToText(form["html"].Content, charsets.GetValueOrDefault("html"), limits, ct) : Characters.Beginning(plain, limits.Characters);
        return MailAssembler.Assemble(headers, new(text, isHtml, Attachments(form, problems), []), problems, envelope, limits);

        string Text(string name) => form.TryGetValue(name, out var field) ? Charset.Decode(field.Content, charsets.GetValueOrDefault(name)).Text : "";
    }

    private List<MailAttachment> Attachments(Dictionary<string, Field> form, List<string> problems)
    {
        using var info = Json(form, "attachment-info");
        var attachments = new List<MailAttachment>();
        foreach (var (name, file) in form.Where(each => each.Key.StartsWith("attachment", StringComparison.OrdinalIgnoreCase) && each.Key.Length > 10 && char.IsAsciiDigit(each.Key[10])))
        {
            if (attachments.Count >= limits.Attachments)
            {
                problems.Add($"The message has more than {limits.Attachments} attachments; the rest was not read.");
                break;
            }

            var about = info?.RootElement is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty(name, out var one) && one.ValueKind == JsonValueKind.Object ? one : default;
            var type = ParameterisedValue.Parse(StringIn(about, "type") ?? file.ContentType ?? "application/octet-stream").Value;
            var isInline = StringIn(about, "content-id") is not null && type.StartsWith("image/", StringComparison.Ordinal);
            attachments.Add(new(SafeFileName.Of(StringIn(about, "filename") ?? StringIn(about, "name") ?? file.FileName), type, file.Content, isInline));
        }

        return attachments;
    }

    private static Envelope? EnvelopeOf(Dictionary<string, Field> form)
    {
        const int mostRecipients = 1_000;
        using var json = Json(form, "envelope");
        if (json?.RootElement is not { ValueKind: JsonValueKind.Object } envelope)
        {
            return null;
        }

        var to = envelope.TryGetProperty("to", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(each => each.ValueKind == JsonValueKind.String).Take(mostRecipients).Select(each => HeaderField.OneLine(each.GetString()!)).ToList()
            : [];
        return new(StringIn(envelope, "from") is { } from ? HeaderField.OneLine(from) : null, to);
    }

    private static Dictionary<string, string> Texts(Dictionary<string, Field> form, string name)
    {
        using var json = Json(form, name);
        return json?.RootElement is { ValueKind: JsonValueKind.Object } map
            ? map.EnumerateObject().Where(each => each.Value.ValueKind == JsonValueKind.String)
                .DistinctBy(each => each.Name).ToDictionary(each => each.Name, each => each.Value.GetString()!, StringComparer.OrdinalIgnoreCase)
            : [];
    }

    private static string? StringIn(JsonElement about, string name) =>
        about.ValueKind == JsonValueKind.Object && about.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A field that should hold JSON; null when it is not there, or not JSON.</summary>
    private static JsonDocument? Json(Dictionary<string, Field> form, string name)
    {
        if (!form.TryGetValue(name, out var field))
        {
            return null;
        }

        try
        {
            var text = Encoding.UTF8.GetBytes(Characters.Clean(Encoding.UTF8.GetString(field.Content)));
            var reader = new Utf8JsonReader(text, new() { MaxDepth = JsonDepth });
            while (reader.Read())
            {
                _ = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            }

            return JsonDocument.Parse(text, new() { MaxDepth = JsonDepth });
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: half a character, written as an escape; it would be thrown wherever it is read.
            // A hint is missing; the mail itself is in other fields.
            return null;
        }
    }

    private sealed record Field(byte[] Content, string? FileName, string? ContentType);
}
