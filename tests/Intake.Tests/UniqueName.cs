using System.Security.Cryptography;

namespace Intake.Tests;

internal static class UniqueName
{
    /// <summary>A name for a call, queue or container that no other test of any run has.</summary>
    public static string Of(string what) => $"{what}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}";
}
