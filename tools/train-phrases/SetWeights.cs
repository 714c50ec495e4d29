namespace Intake.TrainPhrases;

/// <summary>What a text of a set counts: less where sets are large, or their phrases are mostly not in the
/// text.</summary>
internal static class SetWeights
{
    public static float Of(string set) => set switch
    {
        "kdd" or "www" => 0.15f,
        "citeulike180" or "theses100" or "fao30" => 0.3f,
        "wiki20" => 0.5f,
        _ => 1,
    };
}
