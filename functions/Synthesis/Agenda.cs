using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Intake.Calls;

namespace Intake.Synthesis;

/// <summary>The topics of a call: its themes by id, its questions as <c>Q1</c>, and whether two calls are the same.</summary>
internal static class Agenda
{
    /// <summary>The topic of what is on no theme and answers no question.</summary>
    public const string Outside = "";

    public static string Topic(int question) => "Q" + question.ToString(CultureInfo.InvariantCulture);

    /// <summary>Of what decides how contributions are read.</summary>
    public static string Fingerprint(Call call) => Hash(new { call.Title, call.Description, call.Themes, call.Questions });

    /// <summary>Of all that a digest prints but contributions.</summary>
    public static string PrintedFingerprint(Call call, Noted noted) => Hash(new
    {
        Agenda = Fingerprint(call),
        call.Stage,
        call.Opens,
        call.Closes,
        call.TimeZone,
        call.Languages,
        call.Format,
        call.Meetings,
        call.Rules.NoticeDays,
        noted.FollowUp,
        noted.Corrections,
        Expected = call.Rules.Expected.OrderBy(pair => pair.Key).Select(pair => new { pair.Key, pair.Value }),
    });

    private static string Hash<T>(T value) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(value, Json.Options)));
}
