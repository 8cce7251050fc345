import { type Row, type TypeRows } from "../../schema";
import { type Given, at, needs, says } from "../given";
import { api } from "../pages";

const on = (what: string) => ({ source: api("batch", what) });
const resources = on("ComputeResource");
const type = "computeResources.type";
const own = "aws:batch/computeEnvironment:ComputeEnvironment";
const cluster = "arn:aws:eks:eu-west-1:111122223333:cluster/c";
const eks = "eksConfiguration.eksClusterArn";
const arm = "^(a1|t4g|[a-z]+\\d+g[a-z]*|im4gn|is4gen|default_arm64)(\\.|$)";
const name = (what: string) =>
  at(
    "name",
    `${what} has up to 128 letters, digits, hyphens and underscores`,
    { pattern: "^[A-Za-z0-9_-]{1,128}$" },
    "orders_1",
    "my orders",
  );
const instances = { [type]: ["EC2", "SPOT"] };

const environments: readonly Row[] = [
  name("an environment"),
  at(
    "computeResources.bidPercentage",
    "a bid is 0 to 100 % of the price",
    { minimum: 0, maximum: 100, ...resources },
    100,
    101,
  ),
  says(
    "an image of instances is of ECS, and on EKS of EKS",
    {
      if: { required: [eks] },
      then: {
        properties: { "computeResources.ec2Configurations[].imageType": { pattern: "^EKS_(AL2|AL2023)(_NVIDIA)?$" } },
      },
      else: {
        properties: {
          "computeResources.ec2Configurations[].imageType": {
            pattern: "^ECS_(AL1|AL2|AL2023)(_NVIDIA|_NVIDIA_[A-Z0-9]+)?$",
          },
        },
      },
      ...on("Ec2Configuration"),
    },
    { "computeResources.ec2Configurations": [{ imageType: "ECS_AL2023" }] },
    { "computeResources.ec2Configurations": [{ imageType: "EKS_AL2023" }] },
  ),
  at(
    "computeResources.ec2Configurations[].imageType",
    "an image is of Amazon Linux 2023: the one before has come to its end",
    { not: { pattern: "_AL2(_|$)" }, level: "advisory", ...on("Ec2Configuration") },
    "ECS_AL2023",
    "ECS_AL2",
  ),
  needs(
    "an environment on EKS has a strategy",
    { [eks]: cluster },
    { "computeResources.allocationStrategy": "BEST_FIT_PROGRESSIVE" },
    resources,
  ),
  needs("an environment on EKS has minVcpus", { [eks]: cluster }, { "computeResources.minVcpus": 0 }, resources),
  at(
    eks,
    "a cluster is named by its ARN",
    { pattern: "^arn:[a-z-]+:eks:[a-z0-9-]+:\\d{12}:cluster/", ...on("EksConfiguration") },
    cluster,
    "c",
  ),
  at(
    eks,
    "a cluster is of the Region of its environment",
    { ownRegion: true, ...on("EksConfiguration") },
    cluster,
    cluster.replace("eu-", "us-"),
  ),
  at(
    "eksConfiguration.kubernetesNamespace",
    "a namespace has up to 63 small letters, digits and hyphens, none of these at either end",
    { pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", ...on("EksConfiguration") },
    "my-jobs",
    "My_Jobs",
  ),
  says(
    "Fargate has up to five security groups",
    {
      when: { [type]: ["FARGATE", "FARGATE_SPOT"] },
      properties: { "computeResources.securityGroupIds": { maxItems: 5 } },
      ...resources,
    },
    { [type]: "FARGATE", "computeResources.securityGroupIds": ["sg-1"] },
    {
      [type]: "FARGATE",
      "computeResources.securityGroupIds": ["1", "2", "3", "4", "5", "6"].map((each) => `sg-${each}`),
    },
  ),
  at(
    "computeResources.instanceTypes",
    "instances are of one architecture",
    { not: { allOf: [{ contains: { pattern: arm } }, { contains: { not: { pattern: arm } } }] }, ...resources },
    ["m6g.large", "c7g"],
    ["m6g.large", "m5.large"],
  ),
  needs("instances have types", instances, { "computeResources.instanceTypes[]": "m5.large" }, resources),
  says(
    "instances have security groups, or a launch template",
    {
      when: { [type]: ["EC2", "SPOT"] },
      requiredOr: ["computeResources.securityGroupIds[]", "computeResources.launchTemplate"],
      ...resources,
    },
    { [type]: "EC2", "computeResources.securityGroupIds": ["sg-1"] },
    { [type]: "EC2", "computeResources.maxVcpus": 1 },
  ),
  at(
    "computeResources.launchTemplate",
    "a launch template has an id or a name",
    { requiredOr: ["launchTemplateId", "launchTemplateName"], ...on("LaunchTemplateSpecification") },
    { launchTemplateId: "lt-1" },
    { version: "1" },
  ),
  at(
    "computeResources.launchTemplate.version",
    "a version is a number, $Default or $Latest",
    { pattern: "^(\\d+|\\$Default|\\$Latest)?$", ...on("LaunchTemplateSpecification") },
    "$Latest",
    "latest",
  ),
  at("computeResources.minVcpus", "there are no fewer than none", { minimum: 0, ...resources }, 0, -1),
  ...["BEST_FIT_PROGRESSIVE_ORDERED", "SPOT_CAPACITY_OPTIMIZED_PRIORITIZED"].map((strategy) =>
    says(
      `${strategy} has types and families in their order`,
      {
        when: { "computeResources.allocationStrategy": strategy },
        properties: { "computeResources.instanceTypes[]": { not: { pattern: "^(optimal|default_)" } } },
        ...resources,
      },
      { "computeResources.allocationStrategy": strategy, "computeResources.instanceTypes": ["m5"] },
      { "computeResources.allocationStrategy": strategy, "computeResources.instanceTypes": ["optimal"] },
    ),
  ),
  says(
    "Spot without a strategy, which is BEST_FIT, has a fleet role",
    {
      when: { [type]: "SPOT" },
      anyOf: [
        { required: ["computeResources.allocationStrategy"] },
        { required: ["computeResources.spotIamFleetRole"] },
      ],
      ...resources,
    },
    { [type]: "SPOT", "computeResources.spotIamFleetRole": "arn:aws:iam::111122223333:role/r" },
    { [type]: "SPOT", "computeResources.maxVcpus": 1 },
  ),
  needs(
    "an environment that is not managed names its role",
    { type: "UNMANAGED" },
    { serviceRole: "arn:aws:iam::111122223333:role/r" },
  ),
  says(
    "an environment that is not managed has a role of one's own",
    { when: { type: "UNMANAGED" }, properties: { serviceRole: { not: { pattern: ":role/aws-service-role/" } } } },
    { type: "UNMANAGED", serviceRole: "arn:aws:iam::111122223333:role/r" },
    {
      type: "UNMANAGED",
      serviceRole: "arn:aws:iam::111122223333:role/aws-service-role/batch.amazonaws.com/AWSServiceRoleForBatch",
    },
  ),
  says(
    "Fargate is managed",
    { when: { type: "UNMANAGED" }, properties: { [type]: { not: { pattern: "^FARGATE" } } } },
    { type: "UNMANAGED", serviceRole: "arn:aws:iam::111122223333:role/r" },
    { type: "UNMANAGED", serviceRole: "arn:aws:iam::111122223333:role/r", [type]: "FARGATE" },
  ),
];

const arn = (what: string, region = "eu-west-1") => `arn:aws:batch:${region}:111122223333:compute-environment/${what}`;
const orders = "computeEnvironmentOrders";
const order = (...names: readonly string[]) =>
  names.map((each, index) => ({ computeEnvironment: arn(each), order: index }));
const made = (what: string, resourceType: string) => ({
  type: own,
  properties: { id: what, arn: arn(what), computeResources: { type: resourceType } },
});
const limit = (more: Given = {}) => ({
  action: "CANCEL",
  maxTimeSeconds: 600,
  reason: "MISCONFIGURATION:JOB_RESOURCE_REQUIREMENT",
  state: "RUNNABLE",
  ...more,
});
const actions = on("JobStateTimeLimitAction");

const queues: readonly Row[] = [
  name("a queue"),
  at(orders, "a queue has an environment", { minItems: 1 }, order("a"), []),
  at(
    orders,
    "an environment is of a queue once",
    { uniqueKeys: ["computeEnvironment"] },
    order("a", "b"),
    order("a", "a"),
  ),
  at(
    orders,
    "environments have different orders",
    { uniqueKeys: ["order"] },
    order("a", "b"),
    order("a", "b").map((each) => ({ ...each, order: 1 })),
  ),
  at(
    `${orders}[].computeEnvironment`,
    "an environment is of the Region of its queue",
    { ownRegion: true },
    arn("a"),
    arn("a", "us-east-1"),
  ),
  says(
    "a queue has environments of Fargate, or of instances",
    { join: "queueKinds", beside: { a: made("a", "EC2"), b: made("b", "FARGATE"), c: made("c", "SPOT") } },
    { [orders]: order("a", "c") },
    { [orders]: order("a", "b") },
  ),
  at(
    "jobStateTimeLimitActions[].action",
    "jobs in containers are cancelled",
    { const: "CANCEL", ...actions },
    "CANCEL",
    "TERMINATE",
  ),
  at(
    "jobStateTimeLimitActions",
    "a state and its reason have one action",
    { uniqueKeys: ["state", "reason"], ...actions },
    [limit()],
    [limit(), limit({ maxTimeSeconds: 700 })],
  ),
  at(
    "schedulingPolicyArn",
    "a policy is one of scheduling",
    { pattern: ":scheduling-policy/" },
    arn("a").replace("compute-environment", "scheduling-policy"),
    arn("a"),
  ),
  at(
    "schedulingPolicyArn",
    "a policy is of the Region of its queue",
    { ownRegion: true },
    arn("a").replace("compute-environment", "scheduling-policy"),
    arn("a", "us-east-1").replace("compute-environment", "scheduling-policy"),
  ),
];

const shares = "fairSharePolicy.shareDistributions";

/** What Batch refuses of environments, queues and policies. */
export const batchEnvironments: readonly TypeRows[] = [
  { type: own, source: api("batch", "CreateComputeEnvironment"), rows: environments },
  { type: "aws:batch/jobQueue:JobQueue", source: api("batch", "CreateJobQueue"), rows: queues },
  {
    type: "aws:batch/schedulingPolicy:SchedulingPolicy",
    source: api("batch", "FairsharePolicy"),
    rows: [
      name("a policy"),
      at(
        shares,
        "a policy has up to 500 shares",
        { maxItems: 500 },
        [{ shareIdentifier: "a" }],
        Array.from({ length: 501 }, (_, index) => ({ shareIdentifier: `a${index}` })),
      ),
      at(
        `${shares}[].weightFactor`,
        "a weight is 0.0001 to 999.9999",
        { minimum: 0.0001, maximum: 999.9999, ...on("ShareAttributes") },
        999,
        1_000,
      ),
      says(
        "a prefix of shares is not the beginning of another",
        { join: "sharePrefixes" },
        { [shares]: [{ shareIdentifier: "a*" }, { shareIdentifier: "b" }] },
        { [shares]: [{ shareIdentifier: "a*" }, { shareIdentifier: "ab" }] },
      ),
    ],
  },
];
