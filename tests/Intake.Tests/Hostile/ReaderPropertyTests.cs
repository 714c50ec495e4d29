using FsCheck;
using FsCheck.Fluent;

namespace Intake.Tests.Hostile;

/// <summary>Whatever the bytes: every reader ends within its budget, returns or reports, and its offsets are sound.</summary>
public sealed class ReaderPropertyTests
{
    private static readonly Arbitrary<byte[]> Bytes = Arb.From(
        Gen.Sized(size => Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(size * 20)),
        bytes => bytes.Length < 2 ? [] : [bytes[..(bytes.Length / 2)], bytes[(bytes.Length / 2)..], bytes[1..]]);

    public static TheoryData<string> Kinds => [.. Samples.All.Select((sample, i) => $"{i} {sample.Name}")];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_whole_document_is_read_within_its_budget(string kind) =>
        Assert.NotEmpty(Budget.Read(Of(kind).Whole(), Of(kind).Name).Blocks);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_damaged_document_is_read_or_reported(string kind)
    {
        var sample = Of(kind);
        var damaged = Gen.Choose(0, 50).SelectMany(part => Damage.Any.Generator.Select(damage => (Part: part, Damage: damage)));
        Fuzz.Check(
            Arb.From(damaged, each => Damage.Any.Shrinker(each.Damage).Select(smaller => (each.Part, smaller))),
            rounds: sample == Samples.Pdf ? 15 : sample == Samples.Markdown ? 50 : 100,
            each => Budget.Read(sample.With(each.Part, bytes => Damage.Apply(bytes, each.Damage)), sample.Name, inflated: 700_000));
    }

    /// <summary>Of two documents of any kinds, one's beginning and the other's end.</summary>
    [Fact]
    public void A_document_that_goes_on_as_another_is_read_or_reported()
    {
        var wholes = Samples.All.Select(sample => sample.Whole()).ToList();
        var spliced =
            from first in Gen.Choose(0, wholes.Count - 1)
            from second in Gen.Choose(0, wholes.Count - 1)
            from until in Gen.Choose(0, 100)
            from since in Gen.Choose(0, 100)
            select (First: first, Second: second, Until: until, Since: since);
        Fuzz.Check(Arb.From(spliced), rounds: 150, each => Budget.Read(
            [.. wholes[each.First][..(wholes[each.First].Length * each.Until / 100)], .. wholes[each.Second][(wholes[each.Second].Length * each.Since / 100)..]],
            Samples.All[each.First].Name,
            inflated: 100_000));
    }

    [Fact]
    public void Random_bytes_are_read_or_reported() => Fuzz.Check(Bytes, rounds: 120, bytes =>
    {
        foreach (var start in new[] { "", "{\\rtf1 ", "<html>", "PK\u0003\u0004", "From: a@example.org\n\n" })
        {
            byte[] document = [.. System.Text.Encoding.Latin1.GetBytes(start), .. bytes];
            Budget.Read(document);
            Budget.ReadMail(document);
        }
    });

    /// <summary>What another process reads, which takes time to start.</summary>
    [Fact]
    public void Random_bytes_are_no_harm_to_what_runs_a_converter() => Fuzz.Check(Bytes, rounds: 8, bytes =>
    {
        Budget.Read([.. "%PDF-1.4\n"u8, .. bytes]);
        Budget.Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. bytes]);
        Budget.Read([0xDB, 0xA5, 0x2D, 0, .. bytes]);
    });

    [Fact]
    public void Damaged_mail_is_read_or_reported() => Fuzz.Check(
        Damage.Any, rounds: 150, damage => Budget.ReadMail(Damage.Apply(Samples.Mail.Whole(), damage)));

    private static Sample Of(string kind) => Samples.All[int.Parse(kind.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)];
}
