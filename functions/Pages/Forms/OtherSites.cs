using Intake.Http;
using Microsoft.AspNetCore.Http;

namespace Intake.Pages.Forms;

/// <summary>
/// Refuses forms that another site's page sends. Browsers say where a form comes from and pages cannot change it; what says
/// nothing is an old browser or no browser, and has the form's token to show.
/// </summary>
internal static class OtherSites
{
    public static void Refuse(HttpRequest request, string publicAddress)
    {
        string? site = request.Headers["Sec-Fetch-Site"];
        if (site is not null)
        {
            if (site is not ("same-origin" or "none"))
                throw Problems.OtherSite();
            return;
        }

        // Behind a proxy the host of the request may be the proxy's name for us.
        string? origin = request.Headers.Origin;
        if (origin is not null
            && !Same(origin, publicAddress)
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value))
            throw Problems.OtherSite();
    }

    private static bool Same(string origin, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var own) && origin == own.GetLeftPart(UriPartial.Authority);
}
