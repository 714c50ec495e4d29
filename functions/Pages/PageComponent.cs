using Microsoft.AspNetCore.Components;

namespace Intake.Pages;

/// <summary>A page or a part of one.</summary>
public abstract class PageComponent : ComponentBase
{
    [Parameter, EditorRequired]
    public required Page Page { get; set; }
}
