using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Local.Hosting.Http;

/// <summary>Whether a request shows the key a function asks for: the header x-functions-key, or code in the query.</summary>
internal sealed class FunctionKeys(string key)
{
    // Hashes are compared, so that not even the key's length can be timed.
    private readonly byte[] _expected = Hash(key);

    public bool Allow(HttpRequest request, AuthorizationLevel level)
    {
        if (level == AuthorizationLevel.Anonymous)
        {
            return true;
        }

        var shown = request.Headers.TryGetValue("x-functions-key", out var header)
            ? header.ToString()
            : request.Query["code"].ToString();
        return CryptographicOperations.FixedTimeEquals(Hash(shown), _expected);
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
