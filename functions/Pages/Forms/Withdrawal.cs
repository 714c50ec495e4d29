using Intake.Http;
using Intake.Pages.Components;
using Intake.Receive;
using Microsoft.AspNetCore.Http;

namespace Intake.Pages.Forms;

/// <summary>Withdraws a contribution, once its contributor has confirmed it.</summary>
public sealed class Withdrawal(Site site, Receiver receiver, Receipts receipts, RequestLimits limits)
{
    internal async Task<Answer> AskAsync(Page page, FormTarget target, CancellationToken cancellation) => await site.ShowAsync<WithdrawPage>(
        page,
        StatusCodes.Status200OK,
        isPrivate: true,
        (nameof(WithdrawPage.Call), target.Call),
        (nameof(WithdrawPage.Reference), target.Revises),
        (nameof(WithdrawPage.Token), await FormToken.New(page.Now).WriteAsync(receipts, Form(target), cancellation)),
        (nameof(WithdrawPage.Back), ReceiptLink.Private(page, ReceiptLink.Path(target.Call.Id, target.Revises!), target.Receipt!)),
        (nameof(WithdrawPage.Action), ReceiptLink.Private(page, $"{ReceiptLink.Contribution(target.Call.Id, target.Revises!)}/withdraw", target.Receipt!)));

    internal async Task<Answer> TakeAsync(Page page, FormTarget target, CancellationToken cancellation)
    {
        string? token = null;
        await MultipartForm.ReadAsync(
            page.Request,
            limits,
            (name, value) => token = name == FormToken.Field ? value : token,
            _ => Task.CompletedTask,
            cancellation);
        if (await FormToken.ReadAsync(token, receipts, Form(target), page.Now, cancellation) is null)
            return await AskAsync(page, target, cancellation);
        await receiver.WithdrawAsync(target.Call.Id, target.Revises!, cancellation);
        return ReceiptLink.To(page, target.Call.Id, target.Revises!, target.Receipt!);
    }

    private static string Form(FormTarget target) => $"withdraw|{target.Name}";
}
