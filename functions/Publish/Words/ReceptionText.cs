using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>How the account of what was received is worded.</summary>
internal static class ReceptionText
{
    public static string Reason(RemovalReason reason) => reason switch
    {
        RemovalReason.Superseded => "Superseded by a later revision",
        RemovalReason.Withdrawn => "Withdrawn",
        RemovalReason.Unreadable => "Could not be processed",
        RemovalReason.Empty => "Empty: no text could be read",
        RemovalReason.Duplicate => "Duplicate by the same contributor",
        RemovalReason.Campaign => "Letters of campaigns beyond the one counted of each",
        _ => "Still being processed",
    };

    /// <summary>Within a row of the ledger.</summary>
    public static string Outcome(LedgerRow row) => row.Removed is { } reason
        ? reason switch
        {
            RemovalReason.Superseded => "superseded",
            RemovalReason.Withdrawn => "withdrawn",
            RemovalReason.Unreadable => "could not be processed",
            RemovalReason.Empty => "empty",
            RemovalReason.Duplicate => "duplicate",
            RemovalReason.Campaign => "of a campaign",
            _ => "being processed",
        }
        : row.Status switch
        {
            Receive.Status.Analysed => "included",
            Receive.Status.Failed => "could not be processed",
            Receive.Status.Withdrawn => "withdrawn",
            _ => "being processed",
        };

    /// <summary>What the numbers contain, where there is something to say.</summary>
    public static IReadOnlyList<string> Notes(Digest digest)
    {
        var (reception, participation) = (digest.Reception, digest.Participation);
        var notes = new List<string>
        {
            $"These texts are {Wording.Contributions(participation.Received)}, each with all its revisions.",
        };
        void Add(int count, string one, string several)
        {
            if (count > 0)
                notes.Add($"{Wording.Number(count)} {(count == 1 ? one : several)}");
        }

        Add(participation.Revised, "included contribution was revised; its latest revision counts.", "included contributions were revised; their latest revisions count.");
        Add(reception.Late, "included contribution came after the call had closed and was accepted.", "included contributions came after the call had closed and were accepted.");
        Add(reception.Withheld, "included contribution is withheld: counted, but neither quoted nor shown in key phrases.", "included contributions are withheld: counted, but neither quoted nor shown in key phrases.");
        Add(participation.Outside, "included contribution is about none of the themes and questions of the call.", "included contributions are about none of the themes and questions of the call.");
        return notes;
    }
}
