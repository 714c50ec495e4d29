using System.Globalization;
using Intake;
using Intake.Local.CommandLine;

var app = new HostedApp(
    typeof(IntakeServices).Assembly,
    (builder, configuration) => builder.Services.AddIntake(configuration),
    smtpPort => new Dictionary<string, string?>
    {
        ["Smtp:Host"] = "127.0.0.1",
        ["Smtp:Port"] = smtpPort.ToString(CultureInfo.InvariantCulture),
    });
return await new CommandLine(new RunVerb(app, SampleStep.RunAsync), new RequeueVerb()).RunAsync(args);
