using System.Diagnostics.CodeAnalysis;
using Intake.Http;
using Intake.Pages.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Intake.Pages;

/// <summary>
/// Answers requests for pages.
/// <para>
/// To add a page: a component in <c>Components/</c> that inherits <see cref="PageComponent"/> and begins with
/// <c>&lt;Layout Page="Page" Title="…"&gt;</c>; its sentences in <c>Texts/NAME.LANGUAGE.json</c>, all six, used as
/// <c>@Page["NAME.key"]</c> or <c>@Page.Html("NAME.key", ("word", value))</c>; a function of a few lines in a
/// <c>*PageFunctions.cs</c> that calls <c>site.RunAsync(request, page => site.ShowAsync&lt;Component&gt;(page, (name, value)…))</c>;
/// its route in the README's table. Every link goes through <see cref="Page.Link"/>. No script, no style attribute, nothing
/// from elsewhere: the policy forbids it. What others wrote has <c>lang</c> and <c>dir</c>. Faults are thrown as
/// <see cref="ProblemException"/> and become a page.
/// </para>
/// </summary>
public sealed class Site(Api api, TimeProvider time)
{
    public Task<IActionResult> RunAsync(HttpRequest request, Func<Page, Task<Answer>> handler)
    {
        var page = new Page(request, time.GetUtcNow());
        return api.RunAsync(() => handler(page), fault => ProblemAsync(page, fault));
    }

    /// <summary>A page that everybody gets alike.</summary>
    public async Task<Answer> ShowAsync<T>(Page page, params IEnumerable<(string Name, object? Value)> parameters)
        where T : PageComponent => await ShowAsync<T>(page, StatusCodes.Status200OK, isPrivate: false, parameters);

    /// <param name="isPrivate">It is for one person only: nothing on the way keeps it.</param>
    [SuppressMessage("Performance", "CA1822", Justification = "It is the site that shows pages.")]
    public async Task<Answer> ShowAsync<T>(
        Page page, int status, bool isPrivate, params IEnumerable<(string Name, object? Value)> parameters)
        where T : PageComponent =>
        PageAnswer.Of(page, await RazorHtml.RenderAsync<T>([.. parameters, (nameof(PageComponent.Page), page)]), status, isPrivate);

    private async Task<Answer> ProblemAsync(Page page, ProblemException fault) => (await ShowAsync<ProblemPage>(
        page, fault.Problem.Status, isPrivate: true, (nameof(ProblemPage.Problem), fault.Problem))).After(fault);
}
