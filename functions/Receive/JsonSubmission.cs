using System.Text.Json;
using Intake.Calls;
using Intake.Http;
using Microsoft.AspNetCore.Http;

namespace Intake.Receive;

/// <summary>Reads a contribution sent as <c>application/json</c>.</summary>
internal static class JsonSubmission
{
    public static async Task<Submission> ReadAsync(
        HttpRequest request, Call call, RequestLimits limits, List<InputError> errors, CancellationToken cancellation)
    {
        using var json = await JsonBody.ReadAsync(request, limits.FieldBytes, cancellation);
        return Read(json.RootElement, call, errors);
    }

    public static Submission Read(JsonElement json, Call call, List<InputError> errors)
    {
        var fields = new Fields(call, errors);
        var root = new JsonReading(json, "$", errors);
        if (!root.IsObject([.. Fields.Names]))
            return fields.Done();
        foreach (var (name, value) in root.Members())
        {
            if (value.IsNull)
                continue;
            switch (name)
            {
                case "answers":
                    foreach (var (number, answer) in value.Members())
                        fields.Answer(number, answer.Path, answer.Text(int.MaxValue) ?? "");
                    break;
                case "endorsers":
                    foreach (var endorser in value.Items(Fields.MaxEndorsers))
                        fields.Endorser(endorser.Path, endorser.Text(Fields.MaxLine) ?? "");
                    break;
                default:
                    if (Fields.Names.Contains(name))
                        fields.Set(name, value.Path, value.Text(int.MaxValue) ?? "");
                    break;
            }
        }

        return fields.Done();
    }
}
