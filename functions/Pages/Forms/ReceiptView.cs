using Intake.Http;
using Intake.Pages.Components;
using Intake.Receive;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Intake.Pages.Forms;

/// <summary>Shows a contributor what became of a contribution.</summary>
public sealed class ReceiptView(Site site, Records records, IOptions<AppOptions> app)
{
    internal async Task<Answer> ShowAsync(Page page, FormTarget target, CancellationToken cancellation)
    {
        var record = await records.FindAsync(target.Call.Id, target.Revises!, asContributor: true, cancellation) ?? throw Problems.UnknownContribution();
        var path = ReceiptLink.Path(target.Call.Id, record.Id);
        return await site.ShowAsync<ReceiptPage>(
            page,
            StatusCodes.Status200OK,
            isPrivate: true,
            (nameof(ReceiptPage.Call), target.Call),
            (nameof(ReceiptPage.Record), record),
            (nameof(ReceiptPage.PrivateLink), $"{app.Value.PublicAddress}{path}?{ReceiptLink.Parameter}={target.Receipt}"),
            (nameof(ReceiptPage.Link), (Func<string, string>)(name => ReceiptLink.Private(page, $"{ReceiptLink.Contribution(target.Call.Id, record.Id)}{name}", target.Receipt!))));
    }
}
