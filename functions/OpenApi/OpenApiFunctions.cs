using Intake.Http;
using Intake.Pages;
using Intake.Pages.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Intake.OpenApi;

/// <summary>Describes the API to programs and to people.</summary>
public sealed class OpenApiFunctions(Api api, Site site, IOptions<AppOptions> options)
{
    [Function(nameof(GetOpenApi))]
    public Task<IActionResult> GetOpenApi(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request) => api.RunAsync(() =>
        Task.FromResult(Answer.Json(OpenApiDocument.At(options.Value.PublicAddress)).With("Access-Control-Allow-Origin", "*")));

    [Function(nameof(ShowApi))]
    public Task<IActionResult> ShowApi(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "docs")] HttpRequest request) =>
        site.RunAsync(request, page => site.ShowAsync<ApiPage>(page));
}
