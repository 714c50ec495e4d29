using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure.Data.Tables;

namespace Intake.Tests.StandIns.Tables;

/// <summary>A table of a test's own.</summary>
internal static class TestTable
{
    public static async Task<TableClient> CreateAsync(string connectionString, [CallerMemberName] string test = "")
    {
        TableClient table = new TableServiceClient(connectionString).GetTableClient(NewName(test));
        await table.CreateAsync();
        return table;
    }

    /// <summary>Letters and digits, at most 63, as the service wants them.</summary>
    public static string NewName([CallerMemberName] string test = "") =>
        string.Concat(test.Where(char.IsAsciiLetter).Take(40)) + RandomNumberGenerator.GetHexString(12);
}
