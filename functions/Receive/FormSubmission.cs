using System.Text.Json;
using Intake.Calls;
using Intake.Http;
using Intake.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Intake.Receive;

/// <summary>Reads the fields of a form, and a body of <c>application/x-www-form-urlencoded</c>.</summary>
internal static class FormSubmission
{
    private const int MaxNameLength = 100;

    public static async Task<Submission> ReadAsync(
        HttpRequest request, Call call, RequestLimits limits, List<InputError> errors, CancellationToken cancellation)
    {
        BodyCheck.Refuse(request, limits.FieldBytes);
        var fields = new Fields(call, errors);
        try
        {
            using var body = new MeasuredStream(request.Body, limits.FieldBytes);
            using var reader = new FormReader(body)
            {
                ValueCountLimit = limits.Fields,
                KeyLengthLimit = MaxNameLength,
                ValueLengthLimit = limits.FieldBytes,
            };
            foreach (var (name, values) in await reader.ReadFormAsync(cancellation))
            {
                foreach (var value in values)
                    Take(fields, name, value ?? "", errors);
            }
        }
        catch (LimitExceededException)
        {
            throw Problems.TooLarge("The form", limits.FieldBytes);
        }
        catch (IOException fault) when (fault is not BadHttpRequestException)
        {
            // The server's word for chunks that are none, or a connection that broke.
            throw Problems.BrokenBody();
        }
        catch (InvalidDataException fault)
        {
            // FormReader's own limits of names and their number.
            throw Problems.Malformed(fault.Message);
        }

        return fields.Done();
    }

    /// <summary>
    /// One field: by its name; an answer as <c>answers[4]</c>, <c>answers.4</c> or all of them as a JSON object in
    /// <c>answers</c>; endorsers one a field or one a line.
    /// </summary>
    public static void Take(Fields fields, string name, string value, List<InputError> errors)
    {
        if (name is "endorsers" or "endorsers[]")
        {
            foreach (var line in value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                fields.Endorser(name, line);
        }
        else if (name == "answers" && !string.IsNullOrWhiteSpace(value))
        {
            Answers(fields, value, errors);
        }
        else if (name.StartsWith("answers[", StringComparison.Ordinal) && name.EndsWith(']'))
        {
            fields.Answer(name["answers[".Length..^1], name, value);
        }
        else if (name.StartsWith("answers.", StringComparison.Ordinal))
        {
            fields.Answer(name["answers.".Length..], name, value);
        }
        else if (name != "answers")
        {
            fields.Set(name, name, value);
        }
    }

    private static void Answers(Fields fields, string value, List<InputError> errors)
    {
        try
        {
            using var json = JsonDocument.Parse(value, new JsonDocumentOptions { MaxDepth = Json.MaxDepth });
            foreach (var (number, answer) in new JsonReading(json.RootElement, "answers", errors).Members())
                fields.Answer(number, answer.Path, answer.Text(value.Length) ?? "");
        }
        catch (JsonException)
        {
            errors.Add(new InputError("answers", "must be a JSON object of question number to text, or write answers[4]"));
        }
    }
}
