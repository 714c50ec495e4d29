using System.Text.Json;
using Intake.Calls;
using Intake.Http;
using Microsoft.AspNetCore.Http;

namespace Intake.Receive;

/// <summary>Reads the fields of a form, and a body of <c>application/x-www-form-urlencoded</c>.</summary>
internal static class FormSubmission
{
    public static async Task<Submission> ReadAsync(
        HttpRequest request, Call call, RequestLimits limits, List<InputError> errors, CancellationToken cancellation)
    {
        var fields = new Fields(call, errors);
        foreach (var (name, values) in await FormBody.ReadAsync(request, limits.FieldBytes, limits.Fields, cancellation))
        {
            foreach (var value in values)
                Take(fields, name, value ?? "", errors);
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
