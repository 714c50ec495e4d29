using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>
/// Reads the answer to a transaction: a multipart body, in it one HTTP response a step, or one for the step that failed.
/// </summary>
internal static class TableBatchResponse
{
    /// <exception cref="TableTransactionFailedException">A step failed, and so none was done.</exception>
    public static Response<IReadOnlyList<Response>> Read(Response response)
    {
        List<Response> steps = Split(response.Content.ToMemory(), response.ClientRequestId);
        Response failed = steps.Find(step => step.Status >= 400);
        return failed is null
            ? Response.FromValue((IReadOnlyList<Response>)steps, response)
            : throw new TableTransactionFailedException(
                new RequestFailedException(failed, null, new TableErrorParser()));
    }

    private static List<Response> Split(ReadOnlyMemory<byte> body, string clientRequestId)
    {
        List<Response> steps = [];
        using StreamReader reader = new(new BinaryData(body).ToStream(), Encoding.UTF8);
        string line = reader.ReadLine();
        while (line is not null)
        {
            // The parts' own headers and the boundaries say nothing that the responses in them do not.
            if (!line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
            {
                line = reader.ReadLine();
                continue;
            }

            string[] status = line.Split(' ', 3);
            Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
            while ((line = reader.ReadLine()) is { Length: > 0 })
            {
                string[] header = line.Split(':', 2);
                headers[header[0]] = header[^1].Trim();
            }

            StringBuilder content = new();
            while ((line = reader.ReadLine()) is not null && !line.StartsWith("--", StringComparison.Ordinal))
            {
                content.AppendLine(line);
            }

            steps.Add(new Step(
                int.Parse(status[1], CultureInfo.InvariantCulture),
                status.Length > 2 ? status[2] : string.Empty,
                headers,
                content.ToString().Trim())
            {
                ClientRequestId = clientRequestId,
            });
        }

        return steps;
    }

    private sealed class Step(int status, string reason, Dictionary<string, string> headers, string content) : Response
    {
        public override int Status => status;

        public override string ReasonPhrase => reason;

        public override bool IsError => status >= 400;

        public override Stream ContentStream { get; set; } = new MemoryStream(Encoding.UTF8.GetBytes(content));

        public override string ClientRequestId { get; set; }

        public override void Dispose()
        {
        }

        protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

        protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
            headers.Select(header => new HttpHeader(header.Key, header.Value));

        protected override bool TryGetHeader(string name, out string value) => headers.TryGetValue(name, out value);

        protected override bool TryGetHeaderValues(string name, out IEnumerable<string> values)
        {
            bool found = headers.TryGetValue(name, out string value);
            values = found ? [value] : null;
            return found;
        }
    }
}
