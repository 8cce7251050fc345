import { arn, distribution, fact, facts, role } from "../../heldOut/inputs";
import { type FactsByName } from "../../measured/facts";
import { on } from "../../measured/on";

const code = { s3Bucket: "orders-code", s3Key: "orders.zip", handler: "index.handler", runtime: "nodejs24.x", role };
const groupIds = ["sg-0123456789abcdef0"];
const queues = on("aws:lambda/eventSourceMapping:EventSourceMapping", { functionName: "orders" });
const queueType = "aws:sqs/queue:Queue";
const polled = (visibilityTimeoutSeconds: number) =>
  [
    [queueType, "queue", { arn: arn("sqs", "orders"), visibilityTimeoutSeconds, kmsMasterKeyId: "alias/aws/sqs" }],
    ["aws:lambda/function:Function", "function", { ...code, name: "orders", timeout: 180 }],
    [
      "aws:lambda/eventSourceMapping:EventSourceMapping",
      "mapping",
      { functionName: "orders", eventSourceArn: arn("sqs", "orders") },
    ],
  ] as const;
const subscriptions = on("aws:sns/topicSubscription:TopicSubscription");
const clients = on("aws:cognito/userPoolClient:UserPoolClient", { userPoolId: "eu-west-1_abcdefghi", name: "orders" });
const oauth = { allowedOauthFlowsUserPoolClient: true, allowedOauthScopes: ["openid"], allowedOauthFlows: ["code"] };
const container = (more: object) =>
  JSON.stringify([{ name: "app", image: "public.ecr.aws/nginx/nginx:1", memory: 256, essential: true, ...more }]);
const tasks = on("aws:ecs/taskDefinition:TaskDefinition", { family: "orders" });
const fargate = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512" };
const service = { name: "orders", cluster: "main", taskDefinition: "orders:1", desiredCount: 1 };
const bridged = (more: object) =>
  [
    [
      "aws:ecs/taskDefinition:TaskDefinition",
      "task",
      { family: "orders", arn: arn("ecs", "task-definition/orders:1"), networkMode: "bridge" },
    ],
    [
      "aws:ecs/service:Service",
      "service",
      { ...service, taskDefinition: arn("ecs", "task-definition/orders:1"), ...more },
    ],
  ] as const;
const nodes = { clusterName: "main", nodeGroupName: "orders", nodeRoleArn: role };
const size = { scalingConfig: { desiredSize: 1, maxSize: 2, minSize: 1 }, subnetIds: ["subnet-0123456789abcdef0"] };
const launchTemplate = { id: "lt-0123456789abcdef0", version: "1" };
const project = {
  ...{ name: "orders", serviceRole: role, encryptionKey: arn("kms", "key/12345678-1234-1234-1234-123456789012") },
  environment: { computeType: "BUILD_GENERAL1_SMALL", image: "aws/codebuild/standard:7.0", type: "LINUX_CONTAINER" },
  source: { type: "GITHUB", location: "https://github.com/example/orders.git" },
  artifacts: { type: "NO_ARTIFACTS" },
};
const projects = on("aws:codebuild/project:Project", project);

export const lambda: FactsByName = {
  "subnets-by-their-blocks": fact(
    "a function's subnets are named by their ids",
    "aws:lambda/function:Function",
    { ...code, vpcConfig: { subnetIds: ["10.0.1.0/27", "10.0.2.0/27"], securityGroupIds: groupIds } },
    { ...code, vpcConfig: { subnetIds: ["subnet-0123456789abcdef0"], securityGroupIds: groupIds } },
  ),
  "large-batch-without-window": queues(
    "more than 10 messages of a queue have a window",
    { eventSourceArn: arn("sqs", "orders"), batchSize: 100 },
    { eventSourceArn: arn("sqs", "orders"), batchSize: 100, maximumBatchingWindowInSeconds: 5 },
  ),
  "queue-faster-than-function": facts("messages are hidden as long as the function runs", polled(60), polled(180)),
};

export const sns: FactsByName = {
  "fifo-to-telephone": subscriptions(
    "a FIFO topic does not send text messages",
    { topic: arn("sns", "orders.fifo"), protocol: "sms", endpoint: "+15555550100" },
    { topic: arn("sns", "orders"), protocol: "sms", endpoint: "+15555550100" },
  ),
  "fifo-to-function": subscriptions(
    "a FIFO topic does not call functions",
    { topic: arn("sns", "orders.fifo"), protocol: "lambda", endpoint: arn("lambda", "function:orders") },
    { topic: arn("sns", "orders"), protocol: "lambda", endpoint: arn("lambda", "function:orders") },
  ),
  "fifo-queue-of-standard-topic": subscriptions(
    "a FIFO queue is not subscribed to a standard topic",
    { topic: arn("sns", "orders"), protocol: "sqs", endpoint: arn("sqs", "orders.fifo") },
    { topic: arn("sns", "orders.fifo"), protocol: "sqs", endpoint: arn("sqs", "orders.fifo") },
  ),
};

export const cognito: FactsByName = {
  "code-without-callback": clients("a client with the code flow has a callback", oauth, {
    ...oauth,
    callbackUrls: ["https://orders.example.com/signed-in"],
    supportedIdentityProviders: ["COGNITO"],
  }),
};

export const ecs: FactsByName = {
  "size-not-of-fargate": tasks(
    "a task on Fargate has one of its sizes",
    { ...fargate, cpu: "256", memory: "4096", containerDefinitions: container({}) },
    { ...fargate, containerDefinitions: container({}) },
  ),
  "shared-memory-on-fargate": tasks(
    "a task on Fargate has no ipcMode",
    { ...fargate, ipcMode: "host", containerDefinitions: container({}) },
    { ...fargate, containerDefinitions: container({}) },
  ),
  "negative-count": fact(
    "a service has no fewer than 0 tasks",
    "aws:ecs/service:Service",
    { ...service, desiredCount: -5 },
    service,
  ),
  "network-of-bridged-task": facts(
    "a service of tasks in bridge mode has no network configuration",
    bridged({ networkConfiguration: { subnets: ["subnet-0123456789abcdef0"], securityGroups: groupIds } }),
    bridged({}),
  ),
  "memory-as-text": tasks(
    "the memory of a container is a number",
    { containerDefinitions: container({ memory: "256" }) },
    { containerDefinitions: container({ memory: 256 }) },
  ),
};

export const eks: FactsByName = {
  "disk-beside-template": fact(
    "a node group with a template has its disk there",
    "aws:eks/nodeGroup:NodeGroup",
    { ...nodes, ...size, launchTemplate, diskSize: 50 },
    { ...nodes, ...size, launchTemplate },
  ),
  "instances-in-template-too": facts(
    "a node group or its template says the instances",
    [
      ["aws:ec2/launchTemplate:LaunchTemplate", "template", { id: launchTemplate.id, instanceType: "t3.medium" }],
      ["aws:eks/nodeGroup:NodeGroup", "group", { ...nodes, ...size, launchTemplate, instanceTypes: ["t3.large"] }],
    ],
    [
      ["aws:ec2/launchTemplate:LaunchTemplate", "template", { id: launchTemplate.id, instanceType: "t3.medium" }],
      ["aws:eks/nodeGroup:NodeGroup", "group", { ...nodes, ...size, launchTemplate }],
    ],
  ),
};

export const codebuild: FactsByName = {
  "source-identifier": projects(
    "a source is called by letters, digits and _",
    { secondarySources: [{ type: "S3", location: "orders/a.zip", sourceIdentifier: "pr-1" }] },
    { secondarySources: [{ type: "S3", location: "orders/a.zip", sourceIdentifier: "pr_1" }] },
  ),
  "artifact-identifier": projects(
    "an artifact is called by letters, digits and _",
    { secondaryArtifacts: [{ type: "S3", location: "orders", artifactIdentifier: "artifact-1" }] },
    { secondaryArtifacts: [{ type: "S3", location: "orders", artifactIdentifier: "artifact_1" }] },
  ),
};

export const cloudfront: FactsByName = {
  "behaviour-without-values": fact(
    "a behaviour has a cache policy or forwarded values",
    "aws:cloudfront/distribution:Distribution",
    distribution({ cachePolicyId: undefined }),
    distribution({}),
  ),
  "control-of-website": fact(
    "a bucket's website has no origin access control",
    "aws:cloudfront/distribution:Distribution",
    {
      ...distribution({}),
      origins: [
        {
          ...{ originId: "o", domainName: "orders.s3-website-eu-west-1.amazonaws.com" },
          originAccessControlId: "E1234567890ABC",
        },
      ],
    },
    {
      ...distribution({}),
      origins: [
        {
          ...{ originId: "o", domainName: "orders.s3.eu-west-1.amazonaws.com" },
          originAccessControlId: "E1234567890ABC",
        },
      ],
    },
  ),
};
