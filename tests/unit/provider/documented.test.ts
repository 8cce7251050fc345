import assert from "node:assert/strict";
import { check } from "../../../local/provider/frame/check";
import { findResourceType } from "../../../local/provider/resources/find";
import { recordExamples } from "../../policy/examples/judge";

/** Examples that leave out a required argument, or give one that their own SDK's types do not have: they do not compile. */
const doNotCompile = [
  "apigatewayv2/domainName#2",
  "appflow/connectorProfile#1",
  "appsync/graphQLApi#9",
  "arcregionswitch/plan#2",
  "bedrock/agentKnowledgeBase#5",
  "bedrock/agentcoreHarness#2",
  "bedrock/agentcoreMemoryStrategy#10",
  "bedrock/agentcoreMemoryStrategy#9",
  "codestarconnections/connection#1",
  "ecs/expressGatewayService#2",
  "ecs/service#10",
  "finspace/kxCluster#1",
  "guardduty/malwareProtectionPlan#1",
  "lambda/capacityProvider#2",
  "networkfirewall/tlsInspectionConfiguration#4",
  "opensearch/serverlessCollection#2",
  "pinpoint/admChannel#1",
  "pinpoint/baiduChannel#1",
  "rds/cluster#5",
  "rds/clusterActivityStream#1",
  "rds/globalCluster#1",
  "rds/globalCluster#2",
  "rds/globalCluster#4",
  "redshift/getCluster#1",
  "s3/getBucket#1",
  "servicecatalog/serviceAction#1",
  "ssm/patchBaseline#4",
];

/** Examples that name a security group `sg-5cb6b3d`, which AWS keeps for its own ids. */
const wrongNames = [
  "ec2/networkInterfaceSecurityGroupAttachment#1",
  "ec2/networkInterfaceSecurityGroupAttachment#2",
  "msk/cluster#1",
];

describe("the documentation's examples of @pulumi/aws", function () {
  this.timeout(300_000);

  it("are planned, each of them, or refused for what the example itself has wrong", async () => {
    const refused = new Map<string, string[]>();
    let [planned, resources] = [0, 0];
    await recordExamples((example) => {
      const reasons = example.resources.flatMap(({ type: token, name, properties }) => {
        if (!token.startsWith("aws:")) return [];
        resources += 1;
        const type = findResourceType(token);
        if (!type) return [`${token}: no such type`];
        const request = { resourceName: name, olds: {}, news: properties, seed: new Uint8Array([1]), defaultTags: {} };
        return check(type, request).failures.map(({ reason }) => `${token} ${reason}`);
      });
      if (reasons.length > 0) refused.set(example.id, reasons);
      else if (example.resources.length > 0) planned += 1;
      return Promise.resolve();
    });
    assert.deepEqual([...refused.keys()].sort(), [...doNotCompile, ...wrongNames].sort());
    for (const id of doNotCompile) {
      for (const reason of refused.get(id) ?? [])
        assert.match(reason, /missing required argument|is not an argument|, not a list/, id);
    }
    assert.ok(planned > 2_700 && resources > 4_000, `${planned} examples, ${resources} resources`);
  });
});
