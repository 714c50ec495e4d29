using Intake.Local.CommandLine;
using Intake.Local.Hosting;
using Intake.Local.Processes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Intake.Tests.Local;

public sealed class SettingsTests : IDisposable
{
    private const string FromEnvironment = "INTAKE_TEST_SETTING__ENVIRONMENT";

    private readonly string _folder = Directory.CreateTempSubdirectory("intake-settings-").FullName;

    public SettingsTests() => Environment.SetEnvironmentVariable(FromEnvironment, "environment");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(FromEnvironment, null);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_file_is_copied_from_the_example_at_first_and_then_left_alone()
    {
        Write("local.settings.example.json", """{ "Values": { "LocalFunctionKey": "local" } }""");

        Assert.Equal("local", LocalSettings.Load(_folder)["LocalFunctionKey"]);
        Write("local.settings.json", """{ "IsEncrypted": false, /* mine */ "Values": { "LocalFunctionKey": "mine", } }""");
        Assert.Equal("mine", LocalSettings.Load(_folder)["LocalFunctionKey"]);
    }

    [Fact]
    public void Without_any_file_there_are_no_settings() => Assert.Empty(LocalSettings.Load(_folder).Values);

    [Theory]
    [InlineData("""{ "IsEncrypted": true, "Values": {} }""", "encrypted")]
    [InlineData("""{ "Settings": {} }""", "Values")]
    [InlineData("""[]""", "Values")]
    [InlineData("""{ "Values": """, "Values")]
    public void A_file_that_cannot_be_used_is_named(string json, string said)
    {
        Write("local.settings.json", json);

        var exception = Assert.Throws<HostStartException>(() => LocalSettings.Load(_folder));
        Assert.Contains("local.settings.json", exception.Message, StringComparison.Ordinal);
        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Functions_see_the_file_under_the_environment_and_the_storage_in_use_over_both()
    {
        Write("local.settings.json", """
            {
              "Values": {
                "AzureWebJobsStorage": "file",
                "INTAKE_TEST_SETTING__ENVIRONMENT": "file",
                "INTAKE_TEST_SETTING__FILE": "file",
                "INTAKE_TEST_SETTING__NUMBER": 5
              }
            }
            """);
        var settings = LocalSettings.Load(_folder);
        Assert.Equal("environment", settings["INTAKE_TEST_SETTING:ENVIRONMENT"]);

        await using var host = await LocalHost.StartAsync(
            new LocalHostOptions
            {
                Assembly = typeof(SettingsTests).Assembly,
                FunctionClasses = [typeof(Functions)],
                ConnectionString = "in use",
                HostJson = "{}",
                Settings = settings.Values,
            },
            CancellationToken.None);
        using var http = new HttpClient { BaseAddress = host.Address };

        Assert.Equal("environment", await http.GetStringAsync("/api/Setting?name=INTAKE_TEST_SETTING:ENVIRONMENT"));
        Assert.Equal("file", await http.GetStringAsync("/api/Setting?name=intake_test_setting:file"));
        Assert.Equal("5", await http.GetStringAsync("/api/Setting?name=INTAKE_TEST_SETTING:NUMBER"));
        Assert.Equal("in use", await http.GetStringAsync("/api/Setting?name=AzureWebJobsStorage"));
    }

    [Theory]
    [InlineData("""{ "extensions": { "queues": { "batchSize": 33 } } }""", "extensions.queues.batchSize: '33'")]
    [InlineData("""{ "extensions": { "queues": { "messageEncoding": "Base32" } } }""", "messageEncoding: 'Base32'")]
    [InlineData("""{ "extensions": { "queues": { "visibilityTimeout": "soon" } } }""", "visibilityTimeout: 'soon'")]
    [InlineData("""{ "logging": { "logLevel": { "default": "Loud" } } }""", "logging.logLevel.default: 'Loud'")]
    [InlineData("""{ "extensions": """, "no JSON")]
    public async Task A_mistake_in_host_json_is_named(string hostJson, string said)
    {
        var exception = await Assert.ThrowsAsync<HostStartException>(
            () => TestHost.StartAsync(typeof(Functions), new Probe(), hostJson: hostJson));

        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    internal sealed class Functions(IConfiguration configuration)
    {
        [Function("Setting")]
        public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            new ContentResult { Content = configuration[request.Query["name"].ToString()] };
    }
}
