import { imports, stackFile, type UserProgram } from "./userProgram";
import { entryPrograms } from "./userProgramEntries";
import { packagePrograms } from "./userProgramPackages";

/** One for each way in which programs are written; they run as they are under Pulumi itself. */
export const userPrograms: Record<string, UserProgram> = {
  "callback-on-before-exit": {
    files: {
      "index.ts": `${imports}
const photos = new aws.s3.Bucket("photos");
photos.onObjectCreated("seen", async (event) => console.log(event.Records?.length));
`,
    },
    planned: ["aws:lambda/function:Function seen", "aws:s3/bucketNotification:BucketNotification seen"],
    assumed: [/aws:region: not set; us-east-1 is used/],
  },
  "resource-get": {
    files: {
      "Pulumi.dev.yaml": stackFile,
      "index.ts": `${imports}
const orders = aws.dynamodb.Table.get("orders", "orders-1a2b");
new aws.ssm.Parameter("orders-stream", { type: "String", value: orders.streamArn });
export const name = orders.name;
`,
    },
    planned: ["aws:ssm/parameter:Parameter orders-stream"],
    absent: /orders$/,
  },
  "stack-references": {
    files: {
      "Pulumi.dev.yaml": stackFile,
      "answers.yaml": 'stacks:\n  acme/network/dev:\n    vpcId: vpc-0a1b2c3d4e5f60718\naccount: "123456789012"\n',
      "index.ts": `${imports}
const network = new pulumi.StackReference("acme/network/dev");
const data = new pulumi.StackReference(\`acme/data/\${pulumi.getStack()}\`);
new aws.ec2.SecurityGroup("web", { description: "web", vpcId: network.requireOutput("vpcId") });
new aws.ssm.Parameter("table", { type: "String", value: data.getOutput("table") as pulumi.Output<string> });
export const account = aws.getCallerIdentityOutput().accountId;
`,
    },
    args: ["--answers", "answers.yaml"],
    planned: ["aws:ec2/securityGroup:SecurityGroup web", "aws:ssm/parameter:Parameter table"],
    assumed: [/stack acme\/data\/dev: its outputs are not given/],
  },
  "several-regions": {
    files: {
      "Pulumi.dev.yaml": stackFile,
      "index.ts": `${imports}
const east = new aws.Provider("east", { region: "us-east-1", defaultTags: { tags: { team: "web" } } });
const other = new aws.Provider("other", { region: "eu-central-1", assumeRoles: [{ roleArn: "arn:aws:iam::123456789012:role/deploy" }] });
new aws.acm.Certificate("site", { domainName: "example.com", validationMethod: "DNS" }, { provider: east });
new aws.sqs.Queue("jobs", {}, { provider: other });
new aws.sqs.Queue("near", { region: "eu-west-2" });
export const partition = aws.getPartitionOutput({}, { provider: other }).partition;
`,
    },
    planned: ["aws:acm/certificate:Certificate site", "aws:sqs/queue:Queue jobs", "aws:sqs/queue:Queue near"],
  },
  "aliases-and-transforms": {
    files: {
      "Pulumi.dev.yaml": stackFile,
      "index.ts": `${imports}
pulumi.runtime.registerResourceTransform((args) =>
  args.type === "aws:s3/bucket:Bucket" ? { props: { ...args.props, forceDestroy: true }, opts: args.opts } : undefined,
);
class Site extends pulumi.ComponentResource {
  constructor(name: string) {
    super("acme:web:Site", name, {}, { aliases: [{ type: "acme:index:Site" }] });
    const content = new aws.s3.Bucket(\`\${name}-content\`, {}, { parent: this, aliases: [{ name: "content" }] });
    new aws.s3.BucketObject("index", { bucket: content.id, content: "hello" }, { parent: this });
  }
}
new Site("docs");
`,
    },
    planned: ["aws:s3/bucket:Bucket docs-content", "aws:s3/bucketObject:BucketObject index", "acme:web:Site docs"],
  },
  "secrets-of-another-key": {
    files: {
      "Pulumi.dev.yaml": `secretsprovider: awskms://alias/pulumi?region=eu-west-1
encryptedkey: AQICAHh
environment:
  - acme/dev
config:
  aws:region: eu-west-1
  user-program:password:
    secure: v1:uh1BO9xNwaaNTt6W:zJE5F4uT0BzVtmZr
  user-program:workers:
    secure: v1:uh1BO9xNwaaNTt6W:AAAA
`,
      "index.ts": `${imports}
const config = new pulumi.Config();
const password = config.requireSecret("password");
const workers = config.requireSecretNumber("workers");
const name = config.require("name");
new aws.ssm.Parameter("password", { type: "SecureString", value: password });
new aws.ssm.Parameter("workers", { type: "String", value: pulumi.interpolate\`\${workers.apply((count) => count + 1)}\` });
new aws.ssm.Parameter("name", { type: "String", value: \`of-\${name}\` });
`,
    },
    planned: [
      "aws:ssm/parameter:Parameter password",
      "aws:ssm/parameter:Parameter workers",
      "aws:ssm/parameter:Parameter name",
    ],
    assumed: [
      /config user-program:password: a secret that cannot be decrypted here/,
      /config user-program:name: not given/,
      /environment/,
    ],
  },
  "data-sources": {
    files: {
      "Pulumi.dev.yaml": stackFile,
      "index.ts": `${imports}
async function main() {
  const vpc = await aws.ec2.getVpc({ default: true });
  const subnets = await aws.ec2.getSubnets({ filters: [{ name: "vpc-id", values: [vpc.id] }] });
  const { json } = await aws.iam.getPolicyDocument({
    statements: [{ actions: ["sts:AssumeRole"], principals: [{ type: "Service", identifiers: ["lambda.amazonaws.com"] }] }],
  });
  const role = new aws.iam.Role("job", { assumeRolePolicy: json });
  subnets.ids.forEach((subnetId, index) => {
    new aws.efs.MountTarget(\`mount-\${index}\`, { fileSystemId: "fs-0123456789abcdef0", subnetId });
  });
  const { accountId } = await aws.getCallerIdentity();
  return { role: role.arn, bucket: \`arn:aws:s3:::logs-\${accountId}\` };
}
export = main;
`,
    },
    planned: [
      "aws:iam/role:Role job",
      "aws:efs/mountTarget:MountTarget mount-0",
      "aws:efs/mountTarget:MountTarget mount-2",
    ],
    assumed: [/aws:ec2\/getVpc:getVpc: only AWS can answer/],
  },
  ...entryPrograms,
  ...packagePrograms,
};
