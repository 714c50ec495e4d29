using Intake.KeyPhrases;

namespace Intake.Tests.KeyPhrases;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("en", "We welcome the creation of a working group and will contribute to its work.")]
    [InlineData("fr", "Nous saluons la création d'un groupe de travail et nous y contribuerons.")]
    [InlineData("es", "Acogemos con satisfacción la creación de un grupo de trabajo.")]
    [InlineData("ru", "Мы приветствуем создание рабочей группы и примем участие в её работе.")]
    [InlineData("ar", "نرحب بإنشاء فريق عامل وسوف نسهم في عمله")]
    [InlineData("zh", "我们欢迎成立工作组，并将为其工作作出贡献。")]
    [InlineData("pt", "Saudamos a criação de um grupo de trabalho e vamos contribuir para ele.")]
    [InlineData("de", "Wir begrüßen die Einsetzung einer Arbeitsgruppe und werden dazu beitragen.")]
    [InlineData("it", "Accogliamo con favore la creazione di un gruppo di lavoro sulla rete.")]
    [InlineData("nl", "Wij verwelkomen de oprichting van een werkgroep en zullen eraan bijdragen.")]
    [InlineData("pl", "Z zadowoleniem przyjmujemy utworzenie grupy roboczej.")]
    [InlineData("sv", "Vi välkomnar att en arbetsgrupp har bildats och kommer att bidra.")]
    [InlineData("tr", "Bir çalışma grubunun kurulmasını memnuniyetle karşılıyoruz.")]
    [InlineData("fa", "ما از ایجاد یک گروه کاری استقبال می‌کنیم و در کار آن مشارکت خواهیم کرد")]
    [InlineData("ur", "ہم ورکنگ گروپ کے قیام کا خیرمقدم کرتے ہیں اور اس کے کام میں حصہ لیں گے")]
    [InlineData("hi", "हम एक कार्य समूह के गठन का स्वागत करते हैं और उसके काम में योगदान देंगे")]
    [InlineData("bn", "আমরা একটি কার্যকরী দল গঠনকে স্বাগত জানাই")]
    [InlineData("id", "Kami menyambut baik pembentukan kelompok kerja dan akan berkontribusi karena hal itu penting.")]
    [InlineData("sw", "Tunakaribisha kuundwa kwa kikundi kazi na tutachangia katika kazi yake.")]
    [InlineData("vi", "Chúng tôi hoan nghênh việc thành lập một nhóm công tác.")]
    [InlineData("ja", "作業部会の設置を歓迎し、その活動に貢献します。")]
    [InlineData("ko", "우리는 실무 그룹의 설립을 환영합니다.")]
    [InlineData("th", "เรายินดีต้อนรับการจัดตั้งคณะทำงาน")]
    [InlineData("el", "Χαιρετίζουμε τη δημιουργία ομάδας εργασίας.")]
    [InlineData("he", "אנו מברכים על הקמת קבוצת עבודה")]
    [InlineData("uk", "Ми вітаємо створення робочої групи та зробимо свій внесок у її роботу.")]
    [InlineData("ro", "Salutăm crearea unui grup de lucru și vom contribui la activitatea sa.")]
    [InlineData("cs", "Vítáme vytvoření pracovní skupiny a přispějeme k její práci.")]
    [InlineData("hu", "Üdvözöljük a munkacsoport létrehozását, és hozzájárulunk a munkájához.")]
    [InlineData("fi", "Pidämme myönteisenä työryhmän perustamista ja osallistumme sen työhön.")]
    [InlineData("am", "የሥራ ቡድን መቋቋሙን በደስታ እንቀበላለን ለሥራውም አስተዋጽኦ እናደርጋለን")]
    [InlineData("ta", "பணிக்குழு அமைக்கப்பட்டதை வரவேற்கிறோம்")]
    public void Sentences_come_out_in_their_language(string language, string text) =>
        Assert.Equal(language, LanguageDetector.Instance.Detect(text));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("12.5 %")]
    [InlineData("a")]
    [InlineData("xkq zzwv qqp wvx kzz")]
    [InlineData("Ми вітаємо 我们欢迎成立工作组 نرحب بإنشاء")]
    public void What_tells_nothing_is_und(string text) => Assert.Equal("und", LanguageDetector.Instance.Detect(text));

    [Fact]
    public async Task One_answer_for_each_text()
    {
        var found = await new EmbeddedAnalyser().DetectLanguagesAsync(["The rule of law.", "", "La primauté du droit."], CancellationToken.None);
        Assert.Equal(["en", "und", "fr"], found);
    }

    [Fact]
    public void Thirty_languages_and_more() => Assert.True(LanguageDetector.Instance.Languages.Count() >= 30);
}
