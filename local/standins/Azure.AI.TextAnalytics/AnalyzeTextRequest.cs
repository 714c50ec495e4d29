using System.Buffers;
using System.Text.Json;
using Azure.Core;

namespace Azure.AI.TextAnalytics;

/// <summary>The body of <c>:analyze-text</c>: the kind of analysis, its parameters, the documents.</summary>
internal static class AnalyzeTextRequest
{
    public static RequestContent Write(
        string kind,
        TextAnalyticsRequestOptions options,
        IReadOnlyList<TextAnalyticsInput> documents,
        TextAnalyticsClientOptions defaults)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("kind", kind);
            writer.WriteStartObject("parameters");
            WriteParameters(writer, options);
            writer.WriteEndObject();
            writer.WriteStartObject("analysisInput");
            writer.WriteStartArray("documents");
            foreach (TextAnalyticsInput document in documents)
            {
                WriteDocument(writer, document, defaults);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return RequestContent.Create(buffer.WrittenMemory);
    }

    private static void WriteParameters(Utf8JsonWriter writer, TextAnalyticsRequestOptions options)
    {
        if (options.DisableServiceLogs is { } disabled)
        {
            writer.WriteBoolean("loggingOptOut", disabled);
        }

        if (options.ModelVersion is { } version)
        {
            writer.WriteString("modelVersion", version);
        }

        if (options is not RecognizePiiEntitiesOptions pii)
        {
            return;
        }

        // Offsets come in the units of .NET strings.
        writer.WriteString("stringIndexType", "Utf16CodeUnit");
        if (pii.DomainFilter == PiiEntityDomain.ProtectedHealthInformation)
        {
            writer.WriteString("domain", "phi");
        }

        if (pii.CategoriesFilter.Count > 0)
        {
            writer.WriteStartArray("piiCategories");
            foreach (PiiEntityCategory category in pii.CategoriesFilter)
            {
                writer.WriteStringValue(category.ToString());
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteDocument(
        Utf8JsonWriter writer, TextAnalyticsInput document, TextAnalyticsClientOptions defaults)
    {
        writer.WriteStartObject();
        writer.WriteString("id", document.Id);
        writer.WriteString("text", document.Text);
        if (document is TextDocumentInput text)
        {
            writer.WriteString("language", text.Language ?? defaults.DefaultLanguage);
        }
        else if (document is DetectLanguageInput { CountryHint: { } hint })
        {
            writer.WriteString("countryHint", hint);
        }

        writer.WriteEndObject();
    }
}
