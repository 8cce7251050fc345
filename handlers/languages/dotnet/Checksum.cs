using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;

[assembly: LambdaSerializer(typeof(CamelCaseLambdaJsonSerializer))]

namespace Headroom;

/// <summary>The checksum of a text: the same small function in every language (docs/languages.md).</summary>
public sealed class Checksum
{
    public sealed record Answer(string Sha256, int Bytes);

    public Answer Handle(Dictionary<string, JsonElement> request)
    {
        if (!request.TryGetValue("text", out var text) || text.ValueKind != JsonValueKind.String)
        {
            throw new ArgumentException("text: give a string");
        }

        var data = Encoding.UTF8.GetBytes(text.GetString()!);
        return new Answer(Convert.ToHexStringLower(SHA256.HashData(data)), data.Length);
    }
}
