namespace Intake.Tests.Extract;

/// <summary>Makes a sample worse: bytes changed, cut out, repeated, and moved.</summary>
internal static class Mutation
{
    private static readonly byte[] Telling = [0, (byte)'\n', (byte)'\r', (byte)'<', (byte)'>', (byte)'"', (byte)'=', (byte)'?', (byte)';', (byte)':', (byte)'-', (byte)'(', 0x80, 0xC3, 0xFF];

    public static byte[] Of(byte[] sample, Random random)
    {
        var bytes = sample.ToList();
        for (var i = random.Next(1, 8); i > 0 && bytes.Count > 0; i--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] = Telling[random.Next(Telling.Length)];
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 4:
                    bytes.InsertRange(at, Enumerable.Repeat(Telling[random.Next(Telling.Length)], length));
                    break;
                default:
                    bytes.RemoveRange(at, random.Next(2) == 0 ? length : bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}
