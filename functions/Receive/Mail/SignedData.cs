using System.Formats.Asn1;

namespace Intake.Receive.Mail;

/// <summary>
/// The message within S/MIME signed data (RFC 8551, section 3.5.2; CMS, RFC 5652). The signature is not checked here: it
/// gives nobody a privilege.
/// </summary>
internal static class SignedData
{
    private const string Signed = "1.2.840.113549.1.7.2";
    private const string Data = "1.2.840.113549.1.7.1";

    /// <returns>Null when it is not signed data, or encrypted, or damaged.</returns>
    public static byte[]? Content(ReadOnlyMemory<byte> bytes)
    {
        var tag = new Asn1Tag(TagClass.ContextSpecific, 0);
        try
        {
            var outer = new AsnReader(bytes, AsnEncodingRules.BER).ReadSequence();
            if (outer.ReadObjectIdentifier() != Signed)
            {
                return null;
            }

            var signed = outer.ReadSequence(tag).ReadSequence();
            signed.ReadInteger();
            signed.ReadSetOf(skipSortOrderValidation: true);
            var encapsulated = signed.ReadSequence();
            return encapsulated.ReadObjectIdentifier() == Data && encapsulated.HasData ? encapsulated.ReadSequence(tag).ReadOctetString() : null;
        }
        catch (AsnContentException)
        {
            // Expected: it is kept as it came, and the message says that it could not be read.
            return null;
        }
    }
}
