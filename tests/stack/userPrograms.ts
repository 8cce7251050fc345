/** A program of a user's own: its files, and what its preview is to show. */
export interface UserProgram {
  files: Record<string, string>;
  /** Arguments of the command besides. */
  args?: string[];
  /** `type name` of resources that are planned. */
  planned: string[];
  /** What its preview assumes. */
  assumed?: RegExp[];
  /** What it must not plan. */
  absent?: RegExp;
}

const imports = `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
`;

const stackFile = "config:\n  aws:region: eu-west-1\n";

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
  "component-provider": {
    files: {
      "Pulumi.dev.yaml": stackFile,
      "index.ts": `${imports}
import * as awsx from "@pulumi/awsx";
const network = new awsx.ec2.Vpc("network", { natGateways: { strategy: "Single" } });
const images = new awsx.ecr.Repository("images");
const web = new awsx.lb.ApplicationLoadBalancer("web", { listener: { port: 8080 } });
const built = new awsx.ecr.Image("built", { repositoryUrl: images.url, context: "." });
new awsx.ecr.Image("again", { repositoryUrl: images.url, context: "." });
new awsx.ecr.Image("ready", { repositoryUrl: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web", context: "." });
const cluster = new aws.ecs.Cluster("main");
new awsx.ecs.FargateService("site", {
  cluster: cluster.arn,
  assignPublicIp: true,
  taskDefinitionArgs: {
    container: { name: "site", image: built.imageUri, cpu: 128, memory: 600, portMappings: [{ targetGroup: web.defaultTargetGroup }] },
  },
});
new awsx.ecr.RegistryImage("copied", { repositoryUrl: images.url, sourceImage: "nginx:1.29" });
new awsx.cloudtrail.Trail("audit", { cloudWatchLogsGroup: { enable: true, args: { retentionInDays: 30 } } });
const echo = new aws.lambda.CallbackFunction("echo", { callback: async () => ({ statusCode: 200 }) });
new awsx.lb.TargetGroupAttachment("echo", { targetGroup: web.defaultTargetGroup, lambda: echo });
new awsx.lb.TargetGroupAttachment("old", { targetGroup: web.defaultTargetGroup, instanceId: "i-0a1b2c3d4e5f60718" });
new awsx.classic.ec2.Vpc("classic", { cidrBlock: "10.9.0.0/16", numberOfAvailabilityZones: 2 });
new aws.ec2.SecurityGroup("web", { description: "web", vpcId: network.vpcId });
new aws.ssm.Parameter("repository", { type: "String", value: images.url });
`,
    },
    planned: [
      "awsx:ec2:Vpc network",
      "aws:ec2/subnet:Subnet network-public-1",
      "awsx:ecr:Repository images",
      "aws:ecr/lifecyclePolicy:LifecyclePolicy images",
      "aws:lb/loadBalancer:LoadBalancer web",
      "aws:lb/targetGroup:TargetGroup web",
      "aws:lb/listener:Listener web-0",
      "aws:ecs/cluster:Cluster main",
      "awsx:ecs:FargateTaskDefinition site",
      "aws:ecs/taskDefinition:TaskDefinition site",
      "aws:iam/role:Role site-execution",
      "aws:ec2/securityGroup:SecurityGroup site-sg",
      "aws:ecs/service:Service site",
      "docker-build:index:Image 77f076b3-container",
      "docker:index/registryImage:RegistryImage copied",
      "aws:s3/bucketPolicy:BucketPolicy audit",
      "aws:iam/role:Role audit",
      "aws:cloudtrail/trail:Trail audit",
      "aws:lambda/permission:Permission echo",
      "aws:lb/targetGroupAttachment:TargetGroupAttachment echo",
      "aws:lb/targetGroupAttachment:TargetGroupAttachment old",
      "awsx:x:ec2:Vpc classic",
    ],
    assumed: [/docker-build:index:Image: the local provider does not know this type/],
  },
  "package-apigateway": {
    files: {
      "site/index.html": "<h1>hello</h1>",
      "Pulumi.dev.yaml": stackFile,
      "index.ts": `${imports}
import * as apigateway from "@pulumi/aws-apigateway";
const hello = new aws.lambda.CallbackFunction("hello", { callback: async () => ({ statusCode: 200, body: "hello" }) });
const api = new apigateway.RestAPI("api", { routes: [
  { path: "/hello", method: "GET", eventHandler: hello },
  { path: "/", localPath: "site" },
] });
export const url = api.url;
`,
    },
    planned: [
      "aws-apigateway:index:RestAPI api",
      "aws:lambda/function:Function hello",
      "aws:apigateway/restApi:RestApi api",
      "aws:apigateway/stage:Stage api",
      "aws:s3/bucketObject:BucketObject api4c238266/index.html",
    ],
  },
  "es-modules": {
    files: {
      "package.json": JSON.stringify({ name: "es-modules", type: "module" }),
      "tsconfig.json": JSON.stringify({
        "ts-node": { esm: true },
        compilerOptions: { target: "ES2022", module: "nodenext", moduleResolution: "nodenext", strict: true },
        files: ["index.ts"],
      }),
      "Pulumi.dev.yaml": stackFile,
      "site.ts": `${imports}
export const site = new aws.s3.Bucket("site");
`,
      "index.ts": `
import { site } from "./site.js";
const { id } = await Promise.resolve(site);
export const bucket = id;
`,
    },
    planned: ["aws:s3/bucket:Bucket site"],
  },
  "javascript-in-a-folder": {
    files: {
      "Pulumi.yaml": `name: user-program
main: infra/
runtime:
  name: nodejs
  options: { typescript: false, nodeargs: "--title=jobs", packagemanager: pnpm }
`,
      "package.json": JSON.stringify({ name: "shop" }),
      "Pulumi.dev.yaml": stackFile,
      "infra/index.js": `
const aws = require("@pulumi/aws");
module.exports = async () => ({ url: new aws.sqs.Queue(process.title).url });
`,
    },
    planned: ["aws:sqs/queue:Queue jobs"],
  },
  "javascript-of-a-package": {
    files: {
      "package.json": JSON.stringify({ name: "shop", type: "module", exports: { ".": { import: "./bin/index.js" } } }),
      "Pulumi.dev.yaml": stackFile,
      "bin/index.js": `
import * as aws from "@pulumi/aws";
export default async () => ({ url: new aws.sqs.Queue("jobs").url });
`,
    },
    planned: ["aws:sqs/queue:Queue jobs"],
  },
  "other-packages": {
    files: {
      "Pulumi.dev.yaml": stackFile,
      "index.ts": `${imports}
import * as random from "@pulumi/random";
import * as tls from "@pulumi/tls";
class Stamp extends pulumi.dynamic.Resource {
  constructor(name: string) {
    super({ create: async () => ({ id: name, outs: {} }) }, name, {});
  }
}
new Stamp("stamp");
const password = new random.RandomPassword("password", { length: 24 });
const key = new tls.PrivateKey("key", { algorithm: "ED25519" });
const secret = new aws.secretsmanager.Secret("database");
new aws.secretsmanager.SecretVersion("database", { secretId: secret.id, secretString: password.result });
new aws.ec2.KeyPair("key", { publicKey: key.publicKeyOpenssh });
new tls.SelfSignedCert("site", { privateKeyPem: key.privateKeyPem, allowedUses: [], validityPeriodHours: 12 });
`,
    },
    planned: [
      "random:index/randomPassword:RandomPassword password",
      "tls:index/privateKey:PrivateKey key",
      "aws:ec2/keyPair:KeyPair key",
      "pulumi-nodejs:dynamic:Resource stamp",
    ],
    assumed: [
      /pulumi-nodejs:dynamic:Resource: the local provider does not know this type/,
      /tls:index\/selfSignedCert:SelfSignedCert: the local provider does not know this type/,
    ],
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
};
