import { specialSecretSig, specialSigKey } from "@pulumi/pulumi/runtime/rpc";
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { type ReportDocument } from "../../report/document";
import { type InstalledTool } from "./installedTool";

const program = `import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
const zones = aws.getAvailabilityZonesOutput();
const topic = new aws.sns.Topic("orders", { tags: { team: "shop" } });
const jobs = new aws.sqs.Queue("jobs", { visibilityTimeoutSeconds: 60 });
new aws.sns.TopicSubscription("jobs", { topic: topic.arn, protocol: "sqs", endpoint: jobs.arn });
new aws.ssm.Parameter("key", { type: "SecureString", value: pulumi.secret("new") });
const subnet = new aws.ec2.Subnet("inner", { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24", availabilityZone: zones.names[0] });
new aws.ec2.RouteTableAssociation("inner", { subnetId: subnet.id, routeTableId: "rtb-1" });
`;

const urn = (type: string, name: string) => `urn:pulumi:prod::user-program::${type}::${name}`;
const root = urn("pulumi:pulumi:Stack", "user-program-prod");
const provider = (name: string) => ({ urn: urn(`pulumi:providers:${name}`, "default_6_50_0"), id: name });

function resource(type: string, name: string, id: string, inputs: Record<string, unknown>, outputs: object) {
  const { urn: providerUrn, id: providerId } = provider(type.split(":")[0]!);
  const given = {
    urn: urn(type, name),
    type,
    custom: true,
    id,
    parent: root,
    provider: `${providerUrn}::${providerId}`,
  };
  return { ...given, inputs: { __defaults: [], ...inputs }, outputs: { id, ...outputs } };
}

const arn = (service: string, name: string) => `arn:aws:${service}:us-east-1:123456789012:${name}`;
const secret = { [specialSigKey]: specialSecretSig, ciphertext: "v1:QUJDREVGR0hJSks=:QUJD" };

/** A package that is made from a provider of Terraform is another plugin with parameters. */
const madeFrom = { __internal: { name: "terraform-provider", version: "0.6.0", parameterization: "e30=" } };

/** As Pulumi Cloud exports it, of the official plugin in another version: with its lists of defaults, and secrets under a key of others. */
const state = {
  version: 3,
  deployment: {
    manifest: { time: "2026-11-23T00:00:00Z", magic: "", version: "" },
    secrets_providers: { type: "service", state: { url: "https://api.pulumi.com", owner: "shop", stack: "prod" } },
    resources: [
      { urn: root, type: "pulumi:pulumi:Stack", custom: false },
      ...["aws", "random"].map((name) => ({
        ...provider(name),
        type: `pulumi:providers:${name}`,
        custom: true,
        inputs: { region: "us-east-1", ...(name === "random" && madeFrom) },
        outputs: { region: "us-east-1" },
      })),
      resource("random:index/randomPet:RandomPet", "pet", "happy-cat", { length: 2 }, { length: 2 }),
      resource(
        "aws:sns/topic:Topic",
        "orders",
        arn("sns", "orders-1a2b3c4"),
        { __defaults: ["name"], name: "orders-1a2b3c4", tags: { __defaults: [], team: "shop" } },
        { arn: arn("sns", "orders-1a2b3c4"), name: "orders-1a2b3c4" },
      ),
      resource(
        "aws:sqs/queue:Queue",
        "jobs",
        "https://sqs.us-east-1.amazonaws.com/123456789012/jobs-1a2b3c4",
        { __defaults: ["name", "delaySeconds"], name: "jobs-1a2b3c4", delaySeconds: 0, visibilityTimeoutSeconds: 30 },
        { arn: arn("sqs", "jobs-1a2b3c4"), name: "jobs-1a2b3c4" },
      ),
      resource(
        "aws:sns/topicSubscription:TopicSubscription",
        "jobs",
        `${arn("sns", "orders-1a2b3c4")}:1`,
        {
          __defaults: ["confirmationTimeoutInMinutes"],
          confirmationTimeoutInMinutes: 1,
          topic: arn("sns", "orders-1a2b3c4"),
          protocol: "sqs",
          endpoint: arn("sqs", "jobs-1a2b3c4"),
        },
        {},
      ),
      resource(
        "aws:ssm/parameter:Parameter",
        "key",
        "key-1a2b3c4",
        { __defaults: ["name"], name: "key-1a2b3c4", type: "SecureString", value: secret },
        { value: secret },
      ),
      resource(
        "aws:ec2/subnet:Subnet",
        "inner",
        "subnet-1",
        { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a" },
        { arn: arn("ec2", "subnet/subnet-1"), availabilityZone: "us-east-1a" },
      ),
      resource(
        "aws:ec2/routeTableAssociation:RouteTableAssociation",
        "inner",
        "rtbassoc-1",
        { subnetId: "subnet-1", routeTableId: "rtb-1" },
        {},
      ),
    ],
  },
};

/** Reports on a program whose stack is deployed, compared with that. */
export async function compareWithDeployed(tool: InstalledTool): Promise<void> {
  tool.write("deployed", { "index.ts": program, "Pulumi.prod.yaml": "config:\n  aws:region: us-east-1\n" });
  writeFileSync(tool.path("deployed", "state.json"), JSON.stringify(state));
  const report = ["report", "--stack", "prod", "--skip-type-check", "--json", "--base"];
  const { stdout, stderr } = await tool.run("deployed", ...report, "state.json");
  const { comparedWith, changes, undecided } = JSON.parse(stdout) as ReportDocument;
  assert.equal(comparedWith, "state.json", stderr);
  assert.deepEqual(
    changes.map(({ kind, name, places }) => [
      kind,
      name,
      ...places.map(({ path, from, to }) => `${path}: ${from} → ${to}`),
    ]),
    [
      ["update", "jobs", "visibilityTimeoutSeconds: 30 → 60"],
      ["delete", "pet"],
    ],
  );
  assert.deepEqual(
    undecided.map(({ name, path }) => [name, path]),
    [["inner", "availabilityZone"]],
  );
  writeFileSync(
    tool.path("deployed", "other.json"),
    JSON.stringify(state).replaceAll("pulumi:prod::", "pulumi:test::"),
  );
  const other = await tool.run("deployed", ...report, "other.json");
  assert.deepEqual([other.code, other.stdout.includes("changes")], [2, false]);
  assert.match(
    other.stderr + other.stdout,
    /other\.json is the state of user-program\/test, and this is user-program\/prod\. Fix: export/,
  );
}
