using System.Globalization;
using Intake.Extract;
using Intake.Http;
using Intake.Receive.Mail;
using Intake.Search;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Intake.Tests.Repository;

/// <summary>Every limit is a setting, and the README lists it with its default.</summary>
public sealed class LimitTests
{
    private static readonly (string Section, object Defaults)[] Classes =
    [
        (RequestLimits.Section, new RequestLimits()),
        (MailLimits.Section, new MailLimits()),
        (ExtractLimits.Section, new ExtractLimits()),
        (SearchLimits.Section, new SearchLimits()),
    ];

    [Fact]
    public void The_readme_lists_every_limit_with_its_default_and_no_other()
    {
        var listed = RepositoryFiles.Read("README.md").Split('\n')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 6 && Classes.Any(each => cells[1].StartsWith($"`{each.Section}:", StringComparison.Ordinal)))
            .Select(cells => $"{cells[1].Trim('`')} = {cells[3]}")
            .ToList();
        var known = Classes.SelectMany(each => LimitOptions.Of(each.Defaults.GetType())
            .Select(limit => string.Create(CultureInfo.InvariantCulture, $"{each.Section}:{limit.Name} = {limit.GetValue(each.Defaults):N0}")))
            .ToList();

        Assert.True(!known.Except(listed).Any(), $"The README's table of limits lacks:\n{string.Join('\n', known.Except(listed))}");
        Assert.True(!listed.Except(known).Any(), $"The README's table of limits has what the code has not:\n{string.Join('\n', listed.Except(known))}");
    }

    [Fact]
    public void Every_default_is_positive() => Assert.All(
        Classes.SelectMany(each => LimitOptions.Of(each.Defaults.GetType()).Select(limit => (limit.Name, Value: Convert.ToInt64(limit.GetValue(each.Defaults), CultureInfo.InvariantCulture)))),
        limit => Assert.True(limit.Value > 0, limit.Name));

    [Fact]
    public void A_setting_changes_its_limit_and_leaves_the_others()
    {
        // MAIL is what a Unix shell calls its user's mailbox: no setting of ours.
        var services = Services(("Extract:ZipEntries", "7"), ("extract:inflatedbytes", "5000000000"), ("Mail:Depth", "3"), ("MAIL", "/var/mail/me"), ("Request:Fields", "9"));

        Assert.Equal(new ExtractLimits { ZipEntries = 7, InflatedBytes = 5_000_000_000 }, services.GetRequiredService<ExtractLimits>());
        Assert.Equal(new MailLimits { Depth = 3 }, services.GetRequiredService<MailLimits>());
        Assert.Equal(new RequestLimits { Fields = 9 }, services.GetRequiredService<RequestLimits>());
    }

    [Theory]
    [InlineData("Extract:ZipEntries", "0", "positive")]
    [InlineData("Extract:ZipEntries", "-5", "positive")]
    [InlineData("Mail:Parts", "many", "positive")]
    [InlineData("Extract:ZipEntries", "5000000000", "positive")]
    [InlineData("Request:Feilds", "5", "no limit Request:Feilds")]
    public void A_wrong_setting_is_refused_with_its_name(string setting, string value, string reason)
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Services((setting, value)));

        Assert.Contains(setting, fault.Message, StringComparison.Ordinal);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params IEnumerable<(string Key, string Value)> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        return new ServiceCollection().AddIntake(configuration).BuildServiceProvider();
    }
}
