/** A program of a user's that has all that a laptop cannot know, and a policy that would stop it. */
export const localProgram = `
import * as aws from "@pulumi/aws";
import * as apigateway from "@pulumi/aws-apigateway";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import * as tls from "@pulumi/tls";

const orders = new aws.dynamodb.Table("orders", {
  attributes: [{ name: "id", type: "S" }],
  hashKey: "id",
  billingMode: "PAY_PER_REQUEST",
});
const role = new aws.iam.Role("hello", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
});
// Everything on everything: mandatory, to the policies.
new aws.iam.RolePolicy("hello", {
  role: role.id,
  policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }),
});
const site = new aws.s3.BucketV2("site");
new aws.s3.BucketVersioningV2("site", { bucket: site.id, versioningConfiguration: { status: "Enabled" } });
new aws.s3.BucketObject("index", { bucket: site.id, key: "index.html", content: "hello" });
const lost = new aws.sqs.Queue("lost");
const hello = new aws.lambda.Function("hello", {
  runtime: "nodejs24.x",
  handler: "fn.handler",
  role: role.arn,
  environment: { variables: { TABLE: orders.name } },
  deadLetterConfig: { targetArn: lost.arn },
  code: new pulumi.asset.AssetArchive({ "fn.js": new pulumi.asset.FileAsset("fn.js") }),
});
const web = new apigateway.RestAPI("web", {
  routes: [
    { path: "/hello", method: "GET", eventHandler: hello },
    { path: "/site", localPath: "site" },
    { path: "/signed", method: "GET", eventHandler: hello, iamAuthEnabled: true },
  ],
});
const cluster = new aws.ecs.Cluster("main");
const vpc = aws.ec2.getVpcOutput({ default: true });
new aws.ec2.SecurityGroup("web", { description: "web", vpcId: vpc.id });
const network = new pulumi.StackReference("acme/network/dev");
new aws.sqs.Queue("jobs", { tags: { vpc: network.requireOutput("vpcId") } });
const old = aws.dynamodb.Table.get("old", "old-1a2b");
const key = new tls.PrivateKey("key", { algorithm: "ED25519" });
new tls.CertRequest("request", { privateKeyPem: key.privateKeyPem });

export const url = web.url;
export const table = orders.name;
export const stream = old.streamArn;
export const clusterArn = cluster.arn;
export { clusterArn as cluster };
export const functionName = hello.name;
export const publicKey = key.publicKeyOpenssh;
export const pet = new random.RandomPet("pet").id;
`;

export const handler = `exports.handler = async ({ name }) => {
  console.log("called by " + name);
  return { statusCode: 200, body: name + " in " + process.env.TABLE };
};
`;
