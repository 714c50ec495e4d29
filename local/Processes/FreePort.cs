using System.Net;
using System.Net.Sockets;

namespace Intake.Local.Processes;

/// <summary>TCP ports of the loopback interface.</summary>
internal static class FreePort
{
    /// <summary>The preferred port when nobody listens on it, else one that the system picks.</summary>
    public static int Prefer(int preferred) => IsFree(preferred) ? preferred : Any();

    public static HostStartException InUse(int port, Exception? exception = null) => new(
        $"Port {port} is in use. Choose another with --port N; --port 0 is any free one.", exception!);

    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Whether somebody takes connections on it.</summary>
    public static async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public static int Any()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
