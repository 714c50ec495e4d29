using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>The pages of a query: how to ask for one and how to read the answer.</summary>
internal sealed record TablePages<T>(
    TableRest Rest,
    Func<string, int?, HttpMessage> Request,
    Func<JsonElement, T> Item,
    Func<Response, string> NextToken,
    int? PageSize)
{
    public Pageable<T> Enumerate(CancellationToken cancellationToken) => new Pages(this, cancellationToken);

    public AsyncPageable<T> EnumerateAsync(CancellationToken cancellationToken) => new AsyncPages(this, cancellationToken);

    private Page<T> Read(Response response)
    {
        using JsonDocument document = JsonDocument.Parse(response.Content.ToMemory());
        JsonElement rows = document.RootElement.GetProperty("value");
        List<T> values = new(rows.GetArrayLength());
        foreach (JsonElement row in rows.EnumerateArray())
        {
            values.Add(Item(row));
        }

        return Page<T>.FromValues(values, NextToken(response), response);
    }

    private sealed class Pages(TablePages<T> pages, CancellationToken cancellationToken) : Pageable<T>(cancellationToken)
    {
        public override IEnumerable<Page<T>> AsPages(string continuationToken = null, int? pageSizeHint = null)
        {
            do
            {
                HttpMessage request = pages.Request(continuationToken, pageSizeHint ?? pages.PageSize);
                Page<T> page = pages.Read(pages.Rest.Send(request, CancellationToken));
                yield return page;
                continuationToken = page.ContinuationToken;
            }
            while (continuationToken is not null);
        }
    }

    private sealed class AsyncPages(TablePages<T> pages, CancellationToken cancellationToken)
        : AsyncPageable<T>(cancellationToken)
    {
        public override async IAsyncEnumerable<Page<T>> AsPages(string continuationToken = null, int? pageSizeHint = null)
        {
            do
            {
                HttpMessage request = pages.Request(continuationToken, pageSizeHint ?? pages.PageSize);
                Page<T> page = pages.Read(await pages.Rest.SendAsync(request, CancellationToken).ConfigureAwait(false));
                yield return page;
                continuationToken = page.ContinuationToken;
            }
            while (continuationToken is not null);
        }
    }
}
