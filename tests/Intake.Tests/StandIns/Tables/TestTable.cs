using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure.Data.Tables;

namespace Intake.Tests.StandIns.Tables;

/// <summary>A table of a test's own.</summary>
internal static class TestTable
{
    public static async Task<TableClient> CreateAsync(string connectionString, [CallerMemberName] string test = "")
    {
        string name = string.Concat(test.Where(char.IsAsciiLetter).Take(40)) + RandomNumberGenerator.GetHexString(12);
        TableClient table = new TableServiceClient(connectionString).GetTableClient(name);
        await table.CreateAsync();
        return table;
    }
}
