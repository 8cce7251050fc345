/** A program of a user's with the packed components: what is there already, and what is written as plain text. */
export const libraryProgram = `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import {
  Api,
  EventRule,
  HttpApi,
  NodeFunction,
  Parameter,
  Queue,
  QueueConsumer,
  readItems,
  readParameter,
  readSecret,
  readWriteItems,
  ScheduledJob,
  Secret,
  Table,
} from "@headroom-serverless/components";
import { limits } from "@headroom-serverless/components/limits";

const key = new Secret("key", { value: pulumi.secret("hidden") });
const flag = new Parameter("flag", { value: "on", secure: false });
const table = new Table("orders", { attributes: { id: "S" }, hashKey: "id" });
const theirs = new aws.dynamodb.Table("theirs", { attributes: [{ name: "id", type: "S" }], hashKey: "id", billingMode: "PAY_PER_REQUEST" });
const role = new aws.iam.Role("old", { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }) });
const old = new aws.lambda.Function("old", {
  runtime: "nodejs24.x",
  handler: "index.handler",
  role: role.arn,
  code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => 1") }),
});
const answer = new NodeFunction("answer", {
  entry: "fn.ts",
  timeoutSeconds: Math.min(10, limits.lambda.timeout.max),
  architecture: "x86_64",
  links: [
    readWriteItems(table, { variable: "TABLE" }),
    readItems(theirs, { variable: "THEIRS" }),
    readSecret(key, { variable: "KEY" }),
    readParameter(flag, { variable: "FLAG" }),
    readParameter(new aws.ssm.Parameter("plain", { type: "String", value: "x" })),
  ],
});
new Api("api", {
  account: true,
  routes: [
    { method: "GET", path: "/orders/{id}", function: answer, authorizer: "iam" },
    { method: "POST", path: "/old", function: old, authorizer: "iam" },
  ],
});
new HttpApi("http", { routes: [{ method: "GET", path: "/old", function: old, authorizer: "iam" }] });
new ScheduledJob("nightly", { function: old, schedule: "rate(1 day)" });
new QueueConsumer("work", { queue: new Queue("jobs", { visibilityTimeoutSeconds: 180 }), function: old });
new EventRule("seen", { pattern: { source: ["shop"] }, functions: [old, answer] });
`;

export const libraryHandler = `import { helper } from "./helper";
export const handler = async () => helper();
`;
