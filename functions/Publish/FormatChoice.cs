using Intake.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Intake.Publish;

/// <summary>Which format a reader of a digest gets.</summary>
internal static class FormatChoice
{
    private const string Default = "json";

    public static IDigestFormat Choose(IReadOnlyList<IDigestFormat> offered, string? extension, StringValues accept)
    {
        if (extension is not null)
            return offered.FirstOrDefault(format => format.Extension == extension) ?? throw Refused(offered);
        if (!MediaTypeHeaderValue.TryParseList([.. accept.Where(value => value is not null).Cast<string>()], out var wanted) || wanted.Count == 0)
            return offered.Single(format => format.Extension == Default);

        foreach (var type in wanted.OrderByDescending(type => type, MediaTypeHeaderValueComparer.QualityComparer).Where(type => type.Quality is null or > 0))
        {
            var ordered = offered.OrderBy(format => format.Extension == Default ? 0 : 1);
            if (ordered.FirstOrDefault(format => MediaTypeHeaderValue.Parse(format.ContentType).IsSubsetOf(Bare(type))) is { } found)
                return found;
        }

        throw Refused(offered);
    }

    /// <summary>Without parameters: a reader who asks for a charset is content with ours.</summary>
    private static MediaTypeHeaderValue Bare(MediaTypeHeaderValue type) => new(type.MediaType);

    private static ProblemException Refused(IReadOnlyList<IDigestFormat> offered) =>
        Problems.NotAcceptable(string.Join(", ", offered.Select(format => $".{format.Extension} ({format.ContentType})")));
}
