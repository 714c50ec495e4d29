using Intake.Http;
using Intake.Receive;
using Microsoft.AspNetCore.Http;

namespace Intake.Pages.Forms;

/// <summary>
/// How a contributor's secret travels. Browsers with cookies carry it in one that goes to this contribution's pages only and
/// ends with the browser, so it stands in no address, log or history; the others in the address. The private link to keep
/// has it in the address, and opening it sets the cookie.
/// </summary>
internal static class ReceiptLink
{
    public const string Parameter = "receipt";

    /// <summary>Set with a form: comes back only from a browser that keeps cookies.</summary>
    private const string CookiesWork = "cookies";

    public static string Contribution(string call, string id) => $"/calls/{call}/contributions/{id}";

    public static string Path(string call, string id) => $"{Contribution(call, id)}/receipt";

    /// <summary>The receipt shown, which fits.</summary>
    public static async Task<string> RequireAsync(HttpRequest request, Receipts receipts, string call, string id, CancellationToken cancellation)
    {
        string? shown = request.Query[Parameter];
        shown ??= request.Cookies[Parameter];
        if (string.IsNullOrEmpty(shown))
            throw Problems.ReceiptMissing();
        return await receipts.FitsAsync(shown, call, id, cancellation) ? shown : throw Problems.ReceiptWrong();
    }

    /// <summary>A link to one of the contribution's private pages, with the receipt where no cookie carries it.</summary>
    public static string Private(Page page, string path, string receipt) =>
        page.Link(page.Request.Cookies[Parameter] == receipt ? path : $"{path}?{Parameter}={receipt}");

    /// <summary>To the receipt's page after a form was sent.</summary>
    public static Answer To(Page page, string call, string id, string receipt)
    {
        var keepsCookies = page.Request.Cookies.Count > 0;
        return PageAnswer.SeeOther(page, keepsCookies ? Path(call, id) : $"{Path(call, id)}?{Parameter}={receipt}")
            .Keeping(page, call, id, receipt);
    }

    public static Answer Keeping(this Answer answer, Page page, string call, string id, string receipt) =>
        answer.WithCookie(page.Request, Parameter, receipt, Contribution(call, id), lifetime: null);

    public static Answer AskingForCookies(this Answer answer, Page page, string call) =>
        answer.WithCookie(page.Request, CookiesWork, "1", $"/calls/{call}", lifetime: null);
}
