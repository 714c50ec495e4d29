namespace Intake.Receive.Mail.Trust;

/// <summary>Why the sender may be somebody else. Nothing is refused for it: a person looks.</summary>
public enum SenderDoubt
{
    /// <summary>More than one From field, or several addresses in it; the first counts.</summary>
    SeveralFrom,

    /// <summary>The Sender field names another address.</summary>
    OtherSender,

    /// <summary>Our own mail server found that the mail does not come from that domain (DMARC).</summary>
    FailedDmarc,

    /// <summary>The address mixes scripts, or imitates Latin letters: "аpple" with a Cyrillic letter.</summary>
    MixedScript,

    /// <summary>The name shown is an address, and another one than the mail comes from.</summary>
    NameIsOtherAddress,
}
