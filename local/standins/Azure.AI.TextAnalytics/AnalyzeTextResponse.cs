using System.Text.Json;

namespace Azure.AI.TextAnalytics;

/// <summary>The answer of <c>:analyze-text</c>: documents analysed and documents with errors, each by its id.</summary>
internal static class AnalyzeTextResponse
{
    /// <summary>The results in the order the documents were sent.</summary>
    public static List<T> Results<T>(
        JsonElement results,
        IReadOnlyList<TextAnalyticsInput> documents,
        Func<string, TextDocumentStatistics, JsonElement, T> result,
        Func<string, TextAnalyticsError, T> failed)
        where T : TextAnalyticsResult
    {
        Dictionary<string, int> order = [];
        for (int i = 0; i < documents.Count; i++)
        {
            order[documents[i].Id] = i;
        }

        IEnumerable<T> errors = results.GetProperty("errors").EnumerateArray()
            .Select(item => failed(item.GetProperty("id").GetString(), Error(item.GetProperty("error"))));
        IEnumerable<T> analysed = results.GetProperty("documents").EnumerateArray()
            .Select(item => result(item.GetProperty("id").GetString(), DocumentStatistics(item), item));
        return [.. errors.Concat(analysed).OrderBy(item => order[item.Id])];
    }

    /// <summary>The innermost error says most; it is one level down.</summary>
    public static TextAnalyticsError Error(JsonElement error)
    {
        JsonElement inner = error.TryGetProperty("innererror", out JsonElement found) ? found : error;
        return new TextAnalyticsError(
            inner.GetProperty("code").GetString(), Text(inner, "message"), Text(inner, "target"));
    }

    public static TextDocumentBatchStatistics BatchStatistics(JsonElement results) =>
        results.TryGetProperty("statistics", out JsonElement statistics)
            ? new TextDocumentBatchStatistics(
                statistics.GetProperty("documentsCount").GetInt32(),
                statistics.GetProperty("validDocumentsCount").GetInt32(),
                statistics.GetProperty("erroneousDocumentsCount").GetInt32(),
                statistics.GetProperty("transactionsCount").GetInt64())
            : null;

    public static IReadOnlyCollection<TextAnalyticsWarning> Warnings(JsonElement document) =>
        document.TryGetProperty("warnings", out JsonElement warnings)
            ? [.. warnings.EnumerateArray().Select(warning =>
                new TextAnalyticsWarning(warning.GetProperty("code").GetString(), Text(warning, "message")))]
            : [];

    public static string Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static TextDocumentStatistics DocumentStatistics(JsonElement document) =>
        document.TryGetProperty("statistics", out JsonElement statistics)
            ? new TextDocumentStatistics(
                statistics.GetProperty("charactersCount").GetInt32(),
                statistics.GetProperty("transactionsCount").GetInt32())
            : default;
}
