import { facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { on } from "./on";

const account = "111122223333";
const functionArn = `arn:aws:lambda:eu-west-1:${account}:function:f`;
const queueArn = `arn:aws:sqs:eu-west-1:${account}:done`;
const runtimeArn = (region: string) => `arn:aws:lambda:${region}::runtime:0123456789abcdef`;

const alias = on("aws:lambda/alias:Alias", { functionName: "f", name: "live", functionVersion: "1" });
const invoked = on("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", { functionName: "f" });
const layer = on("aws:lambda/layerVersion:LayerVersion", { layerName: "own", s3Bucket: "code", s3Key: "code.zip" });
const shared = on("aws:lambda/layerVersionPermission:LayerVersionPermission", {
  layerName: "own",
  versionNumber: 1,
  statementId: "own",
  action: "lambda:GetLayerVersion",
  principal: account,
});
const call = {
  function: "f",
  action: "lambda:InvokeFunction",
  principal: "s3.amazonaws.com",
  sourceArn: "arn:aws:s3:::own",
  sourceAccount: account,
};
const permission = on("aws:lambda/permission:Permission", call);
const runtime = on("aws:lambda/runtimeManagementConfig:RuntimeManagementConfig", { functionName: "f" });
const scaling = on("aws:lambda/functionScalingConfig:FunctionScalingConfig", { functionName: "f", qualifier: "1" });
const url = on("aws:lambda/functionUrl:FunctionUrl", { functionName: "f", authorizationType: "AWS_IAM" });

const weights = (additionalVersionWeights: Record<string, number>) => ({ routingConfig: { additionalVersionWeights } });
const succeeds = (destination: string) => ({ destinationConfig: { onSuccess: { destination } } });
const fails = (destination: string) => ({ destinationConfig: { onFailure: { destination } } });
const topicArn = queueArn.replace("sqs", "sns");

const called: Made = [
  "aws:lambda/function:Function",
  "called",
  {
    name: "f",
    role: `arn:aws:iam::${account}:role/r`,
    runtime: "nodejs22.x",
    handler: "i.h",
    s3Bucket: "b",
    s3Key: "k",
  },
];

const rule = (index: number): Made => [
  "aws:lambda/permission:Permission",
  `permission-${index}`,
  {
    function: "f",
    action: "lambda:InvokeFunction",
    principal: "events.amazonaws.com",
    sourceArn: `arn:aws:events:eu-west-1:${account}:rule/${"r".repeat(50)}${index}`,
  },
];

export const lambdaInvocation: FactsByName = {
  "lambda-alias-additional-version-distinct": alias(
    "an alias routes to another version than its own",
    weights({ "1": 0.1 }),
    weights({ "2": 0.1 }),
  ),
  "lambda-alias-additional-version-not-latest": alias(
    "an alias does not route to $LATEST",
    weights({ $LATEST: 0.1 }),
    weights({ "2": 0.1 }),
  ),
  "lambda-alias-additional-versions-max-one": alias(
    "an alias routes to one further version",
    weights({ "2": 0.1, "3": 0.1 }),
    weights({ "2": 0.1 }),
  ),
  "lambda-alias-routing-not-latest": alias(
    "an alias of $LATEST does not route",
    { functionVersion: "$LATEST", ...weights({ "2": 0.1 }) },
    { functionVersion: "1", ...weights({ "2": 0.1 }) },
  ),
  "lambda-alias-version-not-alias": alias(
    "an alias is of a version, not of an alias",
    { functionVersion: "stable" },
    { functionVersion: "2" },
  ),
  "lambda-alias-version-weight-range": alias("a weight is 1 at most", weights({ "2": 1.1 }), weights({ "2": 0.9 })),
  "lambda-eic-destination-no-sns-fifo": invoked(
    "a destination is no FIFO topic",
    succeeds(`${topicArn}.fifo`),
    succeeds(topicArn),
  ),
  "lambda-eic-destination-no-sqs-fifo": invoked(
    "a destination is no FIFO queue",
    succeeds(`${queueArn}.fifo`),
    succeeds(queueArn),
  ),
  "lambda-eic-destination-region": invoked(
    "a destination is of the function's Region",
    succeeds(queueArn.replace("eu-west-1", "us-east-1")),
    succeeds(queueArn),
  ),
  "lambda-eic-destination-service": invoked(
    "a destination is no stream",
    fails(`arn:aws:kinesis:eu-west-1:${account}:stream/done`),
    fails(queueArn),
  ),
  "lambda-eic-onsuccess-no-s3": invoked(
    "a bucket takes failures only",
    succeeds("arn:aws:s3:::done"),
    fails("arn:aws:s3:::done"),
  ),
  "lambda-layer-compatible-architectures-enum": layer(
    "an architecture is x86_64 or arm64",
    { compatibleArchitectures: ["amd64"] },
    { compatibleArchitectures: ["x86_64"] },
  ),
  "lambda-layer-compatible-runtimes-enum": layer(
    "a runtime is one of Lambda's",
    { compatibleRuntimes: ["nodejs22"] },
    { compatibleRuntimes: ["nodejs22.x"] },
  ),
  "lambda-layer-name-pattern": layer(
    "the name of a layer has no dots",
    { layerName: "own.code" },
    { layerName: "own-code" },
  ),
  "lambda-layerperm-arn-length": shared(
    "the name of a layer has 140 characters",
    { layerName: "l".repeat(141) },
    { layerName: "l".repeat(60) },
  ),
  "lambda-layerperm-organization-id-needs-wildcard-principal": shared(
    "an organization is named beside the principal *",
    { organizationId: "o-abcdefghij" },
    { organizationId: "o-abcdefghij", principal: "*" },
  ),
  "lambda-perm-cross-region-function": permission(
    "a permission is of the function's Region",
    { function: functionArn.replace("eu-west-1", "us-east-1") },
    { function: functionArn },
  ),
  "lambda-perm-function-name-latest": permission(
    "$LATEST has no permissions",
    { function: `${functionArn}:$LATEST` },
    { function: functionArn },
  ),
  "lambda-perm-function-url-auth-type-enum": permission(
    "who calls a URL is proven by AWS_IAM or NONE",
    { action: "lambda:InvokeFunctionUrl", functionUrlAuthType: "JWT", principal: account },
    { action: "lambda:InvokeFunctionUrl", functionUrlAuthType: "AWS_IAM", principal: account },
  ),
  "lambda-perm-policy-size": facts(
    "the permissions of a function have 20 KB together",
    [called, ...Array.from({ length: 200 }, (_, i) => rule(i))],
    [called, ...Array.from({ length: 20 }, (_, i) => rule(i))],
  ),
  "lambda-perm-principal-service-domain": permission(
    "a service is named by its domain",
    { principal: "s3" },
    { principal: "s3.amazonaws.com" },
  ),
  "lambda-perm-principal-whitespace": permission(
    "a principal has no spaces",
    { principal: "s3.amazonaws.com " },
    { principal: "s3.amazonaws.com" },
  ),
  "lambda-perm-url-auth-action": permission(
    "functionUrlAuthType is of the action of URLs",
    { functionUrlAuthType: "AWS_IAM", principal: account },
    { functionUrlAuthType: "AWS_IAM", principal: account, action: "lambda:InvokeFunctionUrl" },
  ),
  "lambda-provisioned-concurrency-not-latest": on(
    "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
    { functionName: "f", provisionedConcurrentExecutions: 1 },
  )("$LATEST has no provisioned concurrency", { qualifier: "$LATEST" }, { qualifier: "1" }),
  "lambda-runtime-arn-manual-only": runtime(
    "a version of the runtime is set by hand",
    { updateRuntimeOn: "Auto", runtimeVersionArn: runtimeArn("eu-west-1") },
    { updateRuntimeOn: "Manual", runtimeVersionArn: runtimeArn("eu-west-1") },
  ),
  "lambda-runtime-manual-requires-arn": runtime(
    "by hand needs a version of the runtime",
    { updateRuntimeOn: "Manual" },
    { updateRuntimeOn: "Manual", runtimeVersionArn: runtimeArn("eu-west-1") },
  ),
  "lambda-version-runtime-policy-manual-requires-arn": runtime(
    "by hand needs a version of the runtime for a version of the function, too",
    { updateRuntimeOn: "Manual", qualifier: "1" },
    { updateRuntimeOn: "Manual", qualifier: "1", runtimeVersionArn: runtimeArn("eu-west-1") },
  ),
  "lambda-runtime-version-arn-region": runtime(
    "a version of the runtime is of the function's Region",
    { updateRuntimeOn: "Manual", runtimeVersionArn: runtimeArn("us-east-1") },
    { updateRuntimeOn: "Manual", runtimeVersionArn: runtimeArn("eu-west-1") },
  ),
  "lambda-scaling-min-max-pair": scaling(
    "a least goes with a most",
    { functionScalingConfig: { minExecutionEnvironments: 1 } },
    { functionScalingConfig: { minExecutionEnvironments: 1, maxExecutionEnvironments: 2 } },
  ),
  "lambda-url-auth-type-enum": url(
    "a URL is open or proven by IAM",
    { authorizationType: "JWT" },
    { authorizationType: "AWS_IAM" },
  ),
  "lambda-url-cors-allow-methods-wildcard-mix": url(
    "all methods, or some",
    { cors: { allowMethods: ["*", "GET"] } },
    { cors: { allowMethods: ["*"] } },
  ),
  "lambda-url-cors-allow-origins-wildcard-mix": url(
    "all origins, or some",
    { cors: { allowOrigins: ["*", "https://a.example"] } },
    { cors: { allowOrigins: ["https://a.example"] } },
  ),
  "lambda-url-invoke-mode-enum": url(
    "an answer is buffered or streamed",
    { invokeMode: "STREAM" },
    { invokeMode: "RESPONSE_STREAM" },
  ),
  "lambda-url-qualifier-latest-literal": url(
    "a URL is not of $LATEST by name",
    { qualifier: "$LATEST" },
    { qualifier: "live" },
  ),
  "lambda-url-target-arn-and-qualifier": url(
    "an alias is named once",
    { functionName: `${functionArn}:live`, qualifier: "live" },
    { functionName: functionArn, qualifier: "live" },
  ),
  "lambda-url-target-name-length": url(
    "the name of a function has 64 characters",
    { functionName: "f".repeat(65) },
    { functionName: "f".repeat(64) },
  ),
};
