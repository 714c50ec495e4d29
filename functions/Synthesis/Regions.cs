namespace Intake.Synthesis;

/// <summary>
/// UN M49 geographic regions, and the groups of countries that the United Nations count as least developed (list of December
/// 2024), landlocked developing and small island developing (UN members and associate members of the regional commissions).
/// </summary>
internal static class Regions
{
    public const string LeastDeveloped = "least-developed";
    public const string Landlocked = "landlocked-developing";
    public const string SmallIsland = "small-island-developing";
    public const string Other = "other";

    private static readonly Dictionary<string, string> Of = Read(
        ("africa", """
            DZ AO BJ BW IO BF BI CV CM CF TD KM CG CD CI DJ EG GQ ER SZ ET TF GA GM GH GN GW KE LS LR LY MG MW ML MR MU YT MA MZ NA
            NE NG RE RW SH ST SN SC SL SO ZA SS SD TZ TG TN UG EH ZM ZW
            """),
        ("americas", """
            AI AG AR AW BS BB BZ BM BO BQ BV BR CA KY CL CO CR CU CW DM DO EC SV FK GF GL GD GP GT GY HT HN JM MQ MX MS NI PA PY PE PR
            BL KN LC MF PM VC SX GS SR TT TC US UY VE VG VI
            """),
        ("asia", """
            AF AM AZ BH BD BT BN KH CN CY GE HK IN ID IR IQ IL JP JO KZ KW KG LA LB MO MY MV MN MM NP KP OM PK PH QA KR SA SG LK PS SY
            TW TJ TH TL TR TM AE UZ VN YE
            """),
        ("europe", """
            AX AL AD AT BY BE BA BG HR CZ DK EE FO FI FR DE GI GR GG VA HU IS IE IM IT JE LV LI LT LU MT MD MC ME NL MK NO PL PT RO RU
            SM RS SK SI ES SJ SE CH UA GB XK
            """),
        ("oceania", "AS AU CX CC CK FJ PF GU HM KI MH FM NR NC NZ NU NF MP PW PG PN WS SB TK TO TV UM VU WF"));

    private static readonly HashSet<string> Least = Codes("""
        AO BJ BF BI CF TD KM CD DJ ER ET GM GN GW LS LR MG MW ML MR MZ NE RW SN SL SO SS SD TG UG TZ ZM AF BD KH LA MM NP TL YE KI SB TV HT
        """);

    private static readonly HashSet<string> WithoutCoast = Codes("""
        AF AM AZ BT BO BW BF BI CF TD ET KZ KG LA LS MW ML MN NP NE MK PY MD RW SS SZ TJ TM UG UZ ZM ZW
        """);

    private static readonly HashSet<string> Islands = Codes("""
        AG BS BB BZ CV KM CU DM DO FJ GD GW GY HT JM KI MV MH FM MU NR PW PG WS ST SC SG SB KN LC VC SR TL TO TT TV VU AS AI AW BM VG KY MP
        CK CW PF GP GU MQ MS NC NU PR SX TC VI
        """);

    public static IReadOnlyList<string> All { get; } = ["africa", "americas", "asia", "europe", "oceania"];

    public static IReadOnlyList<string> Development { get; } = [LeastDeveloped, Landlocked, SmallIsland, Other];

    /// <summary>Of an ISO 3166-1 alpha-2 code; "not stated" for Antarctica and what is no country.</summary>
    public static string Region(string country) => Of.GetValueOrDefault(country, GroupKey.NotStated);

    /// <summary>All that apply; they overlap.</summary>
    public static IEnumerable<string> Status(string country)
    {
        if (!Of.ContainsKey(country))
        {
            yield return GroupKey.NotStated;
            yield break;
        }

        var (least, landlocked, island) = (Least.Contains(country), WithoutCoast.Contains(country), Islands.Contains(country));
        if (least)
            yield return LeastDeveloped;
        if (landlocked)
            yield return Landlocked;
        if (island)
            yield return SmallIsland;
        if (!least && !landlocked && !island)
            yield return Other;
    }

    private static Dictionary<string, string> Read(params (string Region, string Codes)[] regions) => regions
        .SelectMany(region => Codes(region.Codes).Select(code => (code, region.Region)))
        .ToDictionary(StringComparer.Ordinal);

    private static HashSet<string> Codes(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
