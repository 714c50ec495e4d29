using System.Globalization;
using System.Reflection;
using Intake.Local.CommandLine;

var app = new HostedApp(
    Assembly.Load("Intake"),
    (_, _) => { },
    smtpPort => new Dictionary<string, string?>
    {
        ["Smtp:Host"] = "127.0.0.1",
        ["Smtp:Port"] = smtpPort.ToString(CultureInfo.InvariantCulture),
    });
return await new CommandLine(new RunVerb(app)).RunAsync(args);
