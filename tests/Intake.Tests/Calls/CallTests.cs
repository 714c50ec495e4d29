using System.Text.Json;
using Intake.Calls;

namespace Intake.Tests.Calls;

/// <summary>Every mistake in a call's JSON is named by its path.</summary>
public sealed class CallTests
{
    private const string Good = """
        {
          "title": "A call", "opens": "2027-01-01T09:00", "closes": "2027-03-01", "timeZone": "Europe/Zurich",
          "themes": [{ "id": "funding", "title": "Funding", "keywords": ["donors"] }],
          "questions": [{ "number": 1, "text": "Who pays?", "themes": ["funding"] }],
          "digest": { "schedule": "0 0 8 * * MON", "recipients": ["chair@example.org"] },
          "rules": { "late": "accept", "expected": { "civil-society": 3 } }
        }
        """;

    [Fact]
    public void A_good_call_is_read_whole()
    {
        var (call, errors) = Read(Good);
        Assert.Empty(errors);
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 9, 0, 0, TimeSpan.FromHours(1)), call!.Opens);
        Assert.Equal(new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.FromHours(1)), call.Closes);
        Assert.Equal(3, call.Rules.Expected[StakeholderGroup.CivilSociety]);
        Assert.Equal("my-call", call.MailTag);
    }

    [Fact]
    public void What_was_written_is_read_back_the_same()
    {
        var call = Read(Good).Call!;
        var (again, errors) = Read(JsonSerializer.Serialize(call, Json.Options));
        Assert.Empty(errors);
        Assert.Equal(JsonSerializer.Serialize(call, Json.Options), JsonSerializer.Serialize(again, Json.Options));
    }

    [Theory]
    [InlineData("\"title\": \"A call\"", "\"title\": \"  \"", "$.title")]
    [InlineData("\"title\": \"A call\",", "", "$.title")]
    [InlineData("2027-01-01T09:00", "tomorrow", "$.opens")]
    [InlineData("2027-01-01T09:00", "2027-03-28T02:30", "$.opens")]
    [InlineData("2027-03-01", "2026-03-01", "$.closes")]
    [InlineData("2027-01-01T09:00", "0001-01-01", "$.opens")]
    [InlineData("Europe/Zurich", "Europe/Atlantis", "$.timeZone")]
    [InlineData("\"id\": \"funding\"", "\"id\": \"Fun ding\"", "$.themes[0].id")]
    [InlineData("[\"donors\"]", "\"donors\"", "$.themes[0].keywords")]
    [InlineData("[\"donors\"]", "[7]", "$.themes[0].keywords[0]")]
    [InlineData("\"number\": 1", "\"number\": 0", "$.questions[0].number")]
    [InlineData("[\"funding\"]", "[\"founding\"]", "$.questions[0].themes[0]")]
    [InlineData("0 0 8 * * MON", "every Monday", "$.digest.schedule")]
    [InlineData("chair@example.org", "chair", "$.digest.recipients[0]")]
    [InlineData("\"late\": \"accept\"", "\"late\": \"perhaps\"", "$.rules.late")]
    [InlineData("civil-society", "martians", "$.rules.expected.martians")]
    [InlineData("\"rules\"", "\"ruels\"", "$.ruels")]
    [InlineData("\"rules\"", "\"\\ud800\"", "$.\uFFFD")]
    [InlineData("\"accept\"", "\"\\ud800\"", "$.rules.late")]
    public void A_mistake_is_named_by_its_path(string right, string wrong, string path)
    {
        Assert.Contains(right, Good, StringComparison.Ordinal);
        var (call, errors) = Read(Good.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Null(call);
        Assert.Contains(errors, error => error.Path == path);
    }

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var (_, errors) = Read("""{ "title": 1, "opens": 2, "themes": [{}, { "id": "a", "title": "A" }, { "id": "a", "title": "B" }], "questions": "none" }""");
        Assert.Equal(
            ["$.closes", "$.opens", "$.questions", "$.themes[0].id", "$.themes[0].title", "$.themes[2].id", "$.title"],
            errors.Select(error => error.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_id_that_cannot_stand_in_an_address_is_refused()
    {
        var errors = new List<InputError>();
        Assert.Null(CallReader.Read(JsonDocument.Parse(Good).RootElement, "no/../way", errors));
        Assert.Equal("$.id", Assert.Single(errors).Path);
    }

    private static (Call? Call, List<InputError> Errors) Read(string json)
    {
        var errors = new List<InputError>();
        return (CallReader.Read(JsonDocument.Parse(json).RootElement, "my-call", errors), errors);
    }
}
