using System.Globalization;
using Intake;
using Intake.Local.CommandLine;

var app = new HostedApp(
    typeof(IntakeServices).Assembly,
    (builder, configuration) => builder.Services.AddIntake(configuration),
    (port, smtpPort) => new Dictionary<string, string?>
    {
        ["Intake:PublicAddress"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
        ["Smtp:Host"] = smtpPort is null ? null : "127.0.0.1",
        ["Smtp:Port"] = smtpPort?.ToString(CultureInfo.InvariantCulture),
    });
return await new CommandLine(
    new RunVerb(app, ConverterStep.RunAsync, SampleStep.RunAsync), new ExtractVerb(), new MailVerb(), new AnalyseVerb(), new MatchVerb(), new DigestVerb(), new RequeueVerb()).RunAsync(args);
