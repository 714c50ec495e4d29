using System.Text.Json.Nodes;
using Intake.Publish;
using Intake.Synthesis;
using Json.Schema;

namespace Intake.Tests.Publish;

public sealed class SchemaTests
{
    [Fact]
    public void The_published_schema_is_what_the_model_and_its_comments_say() => Golden.Same(
        "functions/Publish/Data/digest.schema.json", SchemaWriter.Write(typeof(Digest), "/api/digest.schema.json", "A digest of Intake"));

    [Fact]
    public async Task The_full_digest_keeps_to_the_schema()
    {
        var result = await EvaluateAsync(_ => { });

        Assert.True(result.IsValid, string.Join("\n", result.Details.Where(detail => detail.HasErrors).Select(detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors!.Values)}")));
    }

    [Fact]
    public async Task What_is_missing_or_of_another_kind_breaks_the_schema()
    {
        Assert.False((await EvaluateAsync(json => json.Remove("ledger"))).IsValid);
        Assert.False((await EvaluateAsync(json => json["number"] = "three")).IsValid);
        Assert.False((await EvaluateAsync(json => json["themes"]![0]!["messages"]![0]!["kind"] = "agreement")).IsValid);
        Assert.False((await EvaluateAsync(json => json["period"]!["from"] = "yesterday")).IsValid);
    }

    private static async Task<EvaluationResults> EvaluateAsync(Action<JsonObject> change)
    {
        var schema = JsonSchema.FromText(System.Text.Encoding.UTF8.GetString(DigestSchema.Read()).Replace("\"/api/digest.schema.json\"", "\"https://intake.example/digest.schema.json\"", StringComparison.Ordinal));
        var json = JsonNode.Parse(await new DigestJson().RenderAsync(FullDigest.Of(), FullDigest.Site, CancellationToken.None))!.AsObject();
        change(json);
        return schema.Evaluate(json, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
    }
}
