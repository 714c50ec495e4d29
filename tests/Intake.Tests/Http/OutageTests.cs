using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Intake.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Intake.Tests.Http;

/// <summary>A storage account that cannot be reached is a problem a client can wait for.</summary>
public sealed class OutageTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Storage_that_hangs_or_refuses_is_a_503_with_a_time_to_wait(bool hangs)
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        if (!hangs)
            silent.Stop();
        var options = new BlobClientOptions { Retry = { MaxRetries = 1, Delay = TimeSpan.FromMilliseconds(1), NetworkTimeout = TimeSpan.FromMilliseconds(100) } };
        var container = new BlobContainerClient(new Uri($"http://127.0.0.1:{port}/account/container"), options);

        var result = await new Api(NullLogger<Api>.Instance, new()).RunAsync(async () =>
        {
            await container.UploadBlobAsync("name", new BinaryData("content"));
            return Answer.Empty(202);
        });

        var context = new DefaultHttpContext();
        await result.ExecuteResultAsync(new ActionContext(context, new RouteData(), new()));
        Assert.Equal(503, context.Response.StatusCode);
        Assert.Equal("30", context.Response.Headers.RetryAfter);
    }
}
