using System.Globalization;
using System.Text.Json;
using Intake.Extract.PlainText;

namespace Intake.Extract;

/// <summary>
/// Reads the answers given in a form: <c>{"1": "…", "4": "…"}</c>, in the order of the questions, each answer in one or
/// more blocks that know their question.
/// </summary>
internal sealed class AnswersReader(ExtractLimits limits)
{
    public ReadText Read(ReadOnlyMemory<byte> bytes)
    {
        var writer = new BlockWriter(limits);
        foreach (var (question, answer) in Parse(bytes).OrderBy(each => each.Question))
        {
            writer.AnswerTo = question;
            var text = Characters.Clean(answer);
            foreach (var block in PlainTextReader.Blocks(text))
            {
                writer.Append(text.AsSpan(block.Start..block.End));
                writer.End(block.Kind);
            }
        }

        return writer.Finish(DocumentKind.Answers);
    }

    private static List<(int Question, string Answer)> Parse(ReadOnlyMemory<byte> bytes)
    {
        var answers = new List<(int, string)>();
        try
        {
            using var json = JsonDocument.Parse(bytes, new() { MaxDepth = 2 });
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw Malformed();
            }

            foreach (var property in json.RootElement.EnumerateObject())
            {
                if (!int.TryParse(property.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var question)
                    || property.Value.ValueKind != JsonValueKind.String)
                {
                    throw Malformed();
                }

                answers.Add((question, property.Value.GetString()!));
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string with a lone surrogate written as an escape.
            throw Malformed();
        }

        return answers;
    }

    private static UnreadableException Malformed() => new("The answers could not be read; they are kept as received.");
}
