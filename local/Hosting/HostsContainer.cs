using Azure.Storage.Blobs;

namespace Intake.Local.Hosting;

/// <summary>The container in which a host remembers what it has done, under the name it has in Azure.</summary>
internal static class HostsContainer
{
    public static BlobContainerClient Of(string connection) => new(connection, "azure-webjobs-hosts");
}
