using System.Net;
using Intake.Calls;
using Intake.Pages;
using Intake.Pages.Forms;
using Intake.Receive;
using Microsoft.AspNetCore.Http;

namespace Intake.Tests.Pages;

/// <summary>What the rules say in English for programs, the pages say in the reader's language.</summary>
public sealed class FormErrorTests
{
    private static readonly Call Call = new()
    {
        Id = "test",
        Title = "Test",
        Opens = DateTimeOffset.UnixEpoch,
        Closes = DateTimeOffset.MaxValue,
        Questions = [new Question { Number = 1, Text = "Why?" }],
        Rules = new Rules { MaxTextCharacters = 10 },
    };

    [Theory]
    [InlineData("name", "form.errors.line")]
    [InlineData("organisation", "form.errors.line")]
    [InlineData("onBehalfOf", "form.errors.line")]
    [InlineData("title", "form.errors.line")]
    [InlineData("text", "form.errors.text")]
    [InlineData("answers[1]", "form.errors.text")]
    [InlineData("email", "form.errors.email")]
    [InlineData("country", "form.errors.choice")]
    [InlineData("language", "form.errors.choice")]
    [InlineData("stakeholderGroup", "form.errors.choice")]
    [InlineData("publish", "form.errors.choice")]
    [InlineData("endorsers", "form.errors.endorser")]
    public void Every_mistake_of_a_field_has_its_sentence(string field, string sentence)
    {
        var page = new Page(new DefaultHttpContext { Request = { QueryString = new QueryString("?lang=fr") } }.Request, DateTimeOffset.UnixEpoch);
        var errors = new List<InputError>();
        FormSubmission.Take(new Fields(Call, errors), field, new string('x', 400), errors);

        var error = FormError.Of(Assert.Single(errors), Call, page);
        Assert.Equal(field, error.Field);
        Assert.StartsWith(PageTexts.Of(page.Language)[sentence].Split('{')[0], Decoded(error), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_endorsers_are_said_to_be_too_many()
    {
        var page = new Page(new DefaultHttpContext().Request, DateTimeOffset.UnixEpoch);
        var errors = new List<InputError>();
        FormSubmission.Take(new Fields(Call, errors), "endorsers", string.Join('\n', Enumerable.Range(0, 101)), errors);
        Assert.Contains("too many", FormError.Of(errors[0], Call, page).Text.Value, StringComparison.Ordinal);
    }

    private static string Decoded(FormError error) => WebUtility.HtmlDecode(error.Text.Value);
}
