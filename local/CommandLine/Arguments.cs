using System.Globalization;

namespace Intake.Local.CommandLine;

/// <summary>The arguments of a verb: options as <c>--name value</c> or <c>--name=value</c>, and what else there is.</summary>
public sealed class Arguments
{
    private readonly Dictionary<string, string> _options = [];
    private readonly List<string> _rest = [];

    private Arguments()
    {
    }

    /// <summary>The arguments that belong to no option, in order.</summary>
    public IReadOnlyList<string> Rest => _rest;

    /// <exception cref="UsageException">An option is unknown, there twice, or lacks its value.</exception>
    public static Arguments Parse(IReadOnlyList<string> arguments, IReadOnlyList<Option> options)
    {
        var parsed = new Arguments();
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (!argument.StartsWith("--", StringComparison.Ordinal))
            {
                parsed._rest.Add(argument);
                continue;
            }

            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? argument : argument[..equals];
            var option = options.FirstOrDefault(option => option.Name == name)
                ?? throw new UsageException($"Unknown option {name}.");
            var value = equals >= 0 ? argument[(equals + 1)..] : null;
            if (option.Value is null && value is not null)
            {
                throw new UsageException($"{name} takes no value.");
            }

            if (option.Value is not null && value is null)
            {
                value = ++i < arguments.Count ? arguments[i] : throw new UsageException($"{name} needs {option.Value}.");
            }

            if (!parsed._options.TryAdd(name, value ?? ""))
            {
                throw new UsageException($"{name} is there twice.");
            }
        }

        return parsed;
    }

    public bool Has(string option) => _options.ContainsKey(option);

    public string? Value(string option) => _options.GetValueOrDefault(option);

    /// <exception cref="UsageException">The value is no number in the range.</exception>
    public int Number(string option, int otherwise, int min, int max) =>
        Value(option) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max ? number
        : throw new UsageException($"{option} needs a number from {min} to {max}, not '{text}'.");
}
