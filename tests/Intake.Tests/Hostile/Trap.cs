using System.Net;
using System.Net.Sockets;

namespace Intake.Tests.Hostile;

/// <summary>A server and a file that no reader may touch: whoever connects, or finds the file's words in a text, was caught.</summary>
internal sealed class Trap : IDisposable
{
    public const string Secret = "the words of another file";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _file = Path.GetTempFileName();

    public Trap()
    {
        _listener.Start();
        System.IO.File.WriteAllText(_file, Secret);
    }

    public string Url => $"http://{_listener.LocalEndpoint}/x";

    public string File => new Uri(_file).AbsoluteUri;

    public void Dispose()
    {
        var caught = _listener.Pending();
        _listener.Dispose();
        System.IO.File.Delete(_file);
        Assert.False(caught, "something was fetched");
    }
}
