using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Intake.Pages;

/// <summary>Renders Razor components to HTML. Nothing is made before the first page is asked for.</summary>
internal static class RazorHtml
{
    /// <summary>Letters of every script stay readable, and short.</summary>
    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly Lazy<IServiceProvider> Services = new(() => new ServiceCollection().AddSingleton(Encoder).BuildServiceProvider());

    /// <summary>The component's HTML as UTF-8.</summary>
    public static async Task<byte[]> RenderAsync<T>(params IEnumerable<(string Name, object? Value)> parameters)
        where T : IComponent
    {
        // A renderer keeps what it has rendered for as long as it lives: one each time.
        await using var renderer = new HtmlRenderer(Services.Value, NullLoggerFactory.Instance);
        var given = ParameterView.FromDictionary(parameters.ToDictionary(one => one.Name, one => one.Value));
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(given)).ToHtmlString());

        // Razor keeps the line ends of its sources.
        return Encoding.UTF8.GetBytes(html.ReplaceLineEndings("\n"));
    }
}
