using System.Text;
using Intake.Extract;
using Intake.Extract.Charsets;
using static Intake.Tests.Extract.Reading;

namespace Intake.Tests.Extract;

/// <summary>Texts in the character sets of the world, without a word about which: what a contributor reads is what was written.</summary>
public class CharsetTests
{
    private const string French = "La société civile souhaite que les délibérations à venir soient ouvertes, et que « l'intérêt général » soit protégé où qu'il se trouve.";
    private const string German = "Wir möchten, daß die Öffentlichkeit über alle Maßnahmen früh unterrichtet wird und daß niemand ausgeschlossen bleibt.";
    private const string Polish = "Społeczeństwo obywatelskie chciałoby, aby każde państwo zapewniło równy dostęp do sieci wszystkim mieszkańcom.";
    private const string Turkish = "Çalışma grubunun tüm toplantıları açık olmalı, görüşler ise altı dilde yayımlanmalı ve değerlendirilmelidir.";
    private const string Lithuanian = "Mes siūlome, kad visi posėdžiai būtų vieši, o šios grupės sprendimai – skelbiami kiekvienam žmogui prieinamu būdu.";
    private const string Vietnamese = "Mọi người đều có quyền tham gia vào các cuộc thảo luận và được lắng nghe.";
    private const string Russian = "Мы предлагаем сделать все заседания рабочей группы открытыми и публиковать замечания участников на шести языках.";
    private const string Ukrainian = "Ми пропонуємо зробити всі засідання робочої групи відкритими для всіх зацікавлених сторін і їхніх представників.";
    private const string Greek = "Προτείνουμε όλες οι συνεδριάσεις της ομάδας εργασίας να είναι ανοιχτές σε όλους τους ενδιαφερόμενους.";
    private const string Hebrew = "אנו מציעים שכל הישיבות של קבוצת העבודה יהיו פתוחות לציבור ושכל ההערות יפורסמו.";
    private const string Arabic = "نقترح أن تكون جميع اجتماعات الفريق العامل مفتوحة وأن تنشر جميع التعليقات باللغات الست.";
    private const string Thai = "เราขอเสนอให้การประชุมทุกครั้งของคณะทำงานเปิดให้ทุกคนเข้าร่วมได้";
    private const string Japanese = "作業部会のすべての会合を公開し、参加者の意見を六つの言語で公表することを提案します。";
    private const string Simplified = "我们建议工作组的所有会议都向公众开放，并以六种语言公布各方的意见。";
    private const string Traditional = "我們建議工作組的所有會議都向公眾開放，並以六種語言公布各方的意見。";
    private const string Korean = "우리는 실무 그룹의 모든 회의를 공개하고 참가자들의 의견을 여섯 개 언어로 발표할 것을 제안합니다.";

    public static TheoryData<int, string> Texts => new()
    {
        { 1252, French }, { 28605, French }, { 10000, French }, { 850, French }, { 437, German },
        { 1252, German }, { 1250, Polish }, { 28592, Polish }, { 852, Polish }, { 1254, Turkish }, { 28599, Turkish }, { 1257, Lithuanian },
        { 1251, Russian }, { 20866, Russian }, { 866, Russian }, { 28595, Russian }, { 10007, Russian }, { 21866, Ukrainian }, { 1251, Ukrainian },
        { 1253, Greek }, { 28597, Greek }, { 1255, Hebrew }, { 862, Hebrew }, { 28598, Hebrew }, { 1256, Arabic }, { 28596, Arabic }, { 874, Thai },
        { 932, Japanese }, { 20932, Japanese }, { 50220, Japanese }, { 54936, Simplified }, { 52936, Simplified }, { 950, Traditional },
        { 949, Korean }, { 50225, Korean }, { 1361, Korean }, { 500, German }, { 37, French },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task An_undeclared_character_set_is_told_by_the_text_it_makes(int codePage, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        // What the character set lacks, its writers do without.
        text = text.Replace(" – ", " - ", StringComparison.Ordinal);

        Assert.Equal(text, (await Read(encoding.GetBytes(text + "\n" + text))).Text.Split('\n')[0]);
    }

    [Theory]
    [InlineData(French)]
    [InlineData(Russian)]
    [InlineData(Greek)]
    [InlineData(Arabic)]
    [InlineData(Thai)]
    [InlineData(Japanese)]
    [InlineData(Simplified)]
    [InlineData(Traditional)]
    [InlineData(Korean)]
    [InlineData("እኛ ሁሉም ስብሰባዎች ክፍት እንዲሆኑ እንጠይቃለን።")]
    [InlineData("हम चाहते हैं कि सभी बैठकें सबके लिए खुली हों।")]
    public async Task Unicode_needs_no_mark_in_any_script(string text)
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, new UTF32Encoding(true, false), Encoding.UTF8 })
        {
            var read = await Read(encoding.GetBytes(text));

            Assert.Equal((DocumentKind.Text, text), (read.Kind, read.Text));
        }
    }

    [Fact]
    public void Vietnamese_tones_are_put_together_with_their_vowels()
    {
        var apart = string.Concat(Vietnamese.Normalize(NormalizationForm.FormD).Replace("\u0323\u0302", "\u0302\u0323", StringComparison.Ordinal)
            .Replace("o\u031b", "ơ", StringComparison.Ordinal).Replace("u\u031b", "ư", StringComparison.Ordinal).Replace("e\u0302", "ê", StringComparison.Ordinal)
            .Replace("a\u0302", "â", StringComparison.Ordinal).Replace("o\u0302", "ô", StringComparison.Ordinal).Replace("a\u0306", "ă", StringComparison.Ordinal));

        Assert.Equal(Vietnamese, Charset.Decode(CodePagesEncodingProvider.Instance.GetEncoding(1258)!.GetBytes(apart)).Text);
    }

    [Theory]
    [InlineData(1252, "Réunion")]
    [InlineData(1252, "Die Bürger fragen")]
    [InlineData(1252, "Señor presidente")]
    [InlineData(1252, "Ogni individuo accusato di un reato è innocente")]
    [InlineData(1251, "Участие")]
    [InlineData(20866, "Открытый процесс")]
    [InlineData(1253, "Συμμετοχή")]
    [InlineData(932, "作業部会について")]
    [InlineData(949, "실무 그룹에 대한")]
    [InlineData(54936, "工作组的意见")]
    [InlineData(1256, "مشاركة الجميع")]
    public void Of_a_subject_a_few_words_are_enough(int codePage, string text) =>
        Assert.Equal(text, Charset.Decode(CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes(text)).Text);

    [Fact]
    public void Guesses_are_doubtful_and_what_is_declared_rightly_is_not()
    {
        var koi8 = Charset.Named("koi8-r")!.GetBytes(Russian);

        Assert.Equal(new(Russian, "koi8-r", Doubtful: true), Charset.Decode(koi8));
        Assert.Equal(new(Russian, "koi8-r", Doubtful: false), Charset.Decode(koi8, "KOI8-R"));
        Assert.False(Charset.Decode(Encoding.UTF8.GetBytes(Russian)).Doubtful);
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("us-ascii")]
    [InlineData("koi8-r")]
    [InlineData("utf-16")]
    [InlineData("no-such-charset")]
    public void A_declaration_that_the_bytes_refute_is_not_followed(string declared)
    {
        Assert.Equal((French, true), (Charset.Decode(Encoding.UTF8.GetBytes(French), declared).Text, Charset.Decode(Encoding.UTF8.GetBytes(French), declared).Doubtful));
        Assert.Equal("Plain words.", Charset.Decode("Plain words."u8, declared).Text);
    }

    [Fact]
    public void A_declaration_under_which_the_text_is_gibberish_is_not_followed()
    {
        var decoded = Charset.Decode(Charset.Named("windows-1251")!.GetBytes(Russian), "iso-8859-1");

        Assert.Equal((Russian, true), (decoded.Text, decoded.Doubtful));
    }

    [Fact]
    public void A_declaration_is_followed_where_guessing_would_say_something_else()
    {
        byte[] bytes = [0xE9, 0xE8, 0xEA];

        Assert.Equal("йик".Length, Charset.Decode(bytes, "windows-1251").Text.Length);
        Assert.Equal(Charset.Named("windows-1251")!.GetString(bytes), Charset.Decode(bytes, "windows-1251").Text);
        Assert.Equal(Charset.Named("iso-8859-2")!.GetString(bytes), Charset.Decode(bytes, "iso-8859-2").Text);
    }

    [Fact]
    public void Escapes_are_seen_though_the_mail_says_ascii()
    {
        var jis = Charset.Named("iso-2022-jp")!.GetBytes(Japanese);

        Assert.Equal((Japanese, "iso-2022-jp"), (Charset.Decode(jis, "us-ascii").Text, Charset.Decode(jis, "us-ascii").Charset));
        Assert.Equal("The tag {~{[x]} stays.", Charset.Decode("The tag {~{[x]} stays."u8).Text);
    }

    [Theory]
    [InlineData("La d+AOk-lib+AOk-ration est ouverte +- libre.", "La délibération est ouverte + libre.")]
    [InlineData("+BBwESw- +BD8EQAQ1BDQEOwQwBDMEMAQ1BDw-", "Мы предлагаем")]
    [InlineData("Call +33 6 12 34 56 78 or +441234567890, 1+1=2, a+b-c.", "Call +33 6 12 34 56 78 or +441234567890, 1+1=2, a+b-c.")]
    [InlineData("kJz+abcd/efgh+ijklmnop==", "kJz+abcd/efgh+ijklmnop==")]
    public void Seven_bit_unicode_is_told_from_sums_and_telephone_numbers(string sent, string text) =>
        Assert.Equal(text, Charset.Decode(Encoding.ASCII.GetBytes(sent)).Text);

    [Fact]
    public void Korean_letters_that_stand_alone_are_the_usual_ones() =>
        Assert.Equal("ㅠㅠ ㅋㅋㅋ", Charset.Decode(Charset.Named("johab")!.GetBytes("\u1172\u1172 \u110f\u110f\u110f"), "johab").Text);

    [Fact]
    public void Korean_syllables_written_as_letters_are_put_together() =>
        Assert.Equal("닁큼 쓔 말", Charset.Decode(Charset.Named("euc-kr")!.GetBytes("\u3164ㄴㅢㅇ큼 \u3164ㅆㅠ\u3164 말"), "euc-kr").Text);

    [Fact]
    public async Task Bytes_that_are_no_text_are_not_taken_for_one()
    {
        var noise = new byte[5_000];
        new Random(3).NextBytes(noise);
        var numbers = Enumerable.Range(0, 2_000).SelectMany(i => BitConverter.GetBytes((short)(i * 37))).ToArray();

        Assert.Equal(DocumentKind.Unknown, (await Read(noise)).Kind);
        Assert.Equal(DocumentKind.Unknown, (await Read(numbers)).Kind);
    }

    [Theory]
    [InlineData(0xE9, 0x20)]
    [InlineData(0xE9, 0xE9)]
    [InlineData(0xFF, 0x41)]
    [InlineData(0x2B, 0x41)]
    [InlineData(0x7E, 0x7B)]
    [InlineData(0x40, 0x81)]
    [InlineData(0x1B, 0x24)]
    public void Ten_megabytes_of_one_thing_are_decoded_in_linear_time(int first, int second)
    {
        var bytes = new byte[10_000_000];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(i % 2 == 0 ? first : second);
        }

        Assert.NotEmpty(Charset.Decode(bytes, "x-unknown").Text);
    }
}
