using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Intake.Http;

/// <summary>An HTTP answer. Needs nothing of MVC but the interface the worker knows.</summary>
public sealed class Answer : IActionResult
{
    private readonly int _status;
    private readonly string? _contentType;
    private readonly Func<Stream, CancellationToken, Task>? _write;
    private readonly List<(string Name, string Value)> _headers = [];

    /// <summary>Bytes of the body, where known before it is written.</summary>
    private long? _length;

    private Answer(int status, string? contentType, Func<Stream, CancellationToken, Task>? write)
    {
        _status = status;
        _contentType = contentType;
        _write = write;
    }

    public static Answer Json<T>(T value, int status = StatusCodes.Status200OK, string contentType = "application/json") =>
        Bytes(JsonSerializer.SerializeToUtf8Bytes(value, Intake.Json.Options), contentType + "; charset=utf-8", status);

    public static Answer Of(ProblemException fault) =>
        Json(fault.Problem, fault.Problem.Status, "application/problem+json").After(fault);

    /// <summary>With what the client is to do next.</summary>
    public Answer After(ProblemException fault)
    {
        if (fault.RetryAfter is { } wait)
            With(HeaderNames.RetryAfter, ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        if (fault.CloseConnection)
            With(HeaderNames.Connection, "close");
        return this;
    }

    public static Answer Bytes(ReadOnlyMemory<byte> bytes, string contentType, int status = StatusCodes.Status200OK) =>
        new(status, contentType, async (body, cancellation) => await body.WriteAsync(bytes, cancellation)) { _length = bytes.Length };

    public static Answer Stream(Stream content, string contentType) =>
        new(StatusCodes.Status200OK, contentType, async (body, cancellation) =>
        {
            await using (content)
                await content.CopyToAsync(body, cancellation);
        });

    /// <summary>No body.</summary>
    public static Answer Empty(int status) => new(status, null, null);

    public Answer With(string header, string value)
    {
        _headers.Add((header, value));
        return this;
    }

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.StatusCode = _status;
        response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        foreach (var (name, value) in _headers)
            response.Headers.Append(name, value);
        if (_write is null)
            return;
        response.ContentType = _contentType;
        response.ContentLength = _length;
        await _write(response.Body, context.HttpContext.RequestAborted);
    }
}
