import { imports, stackFile, type UserProgram } from "./userProgram";

/** Programs that use other packages than that of AWS. */
export const packagePrograms: Record<string, UserProgram> = {
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
};
