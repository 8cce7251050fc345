import { type Made } from "../heldOut/inputs";
import { batchContainers } from "./batchContainers";
import { batchPods } from "./batchPods";
import { batchTasks } from "./batchTasks";
import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";
import { beside } from "./on";

type Arguments = Record<string, unknown>;

const environment = "aws:batch/computeEnvironment:ComputeEnvironment";
const role = "arn:aws:iam::111122223333:role/r";
const base = { maxVcpus: 16, subnets: ["subnet-1"], securityGroupIds: ["sg-1"] };
const instances = {
  ...base,
  type: "EC2",
  minVcpus: 0,
  instanceTypes: ["m5.large"],
  instanceRole: "arn:aws:iam::111122223333:instance-profile/p",
};
const on = (more: Arguments = {}) => ({ computeResources: { ...instances, ...more } });
const fargate = (more: Arguments = {}) => ({ computeResources: { ...base, type: "FARGATE", ...more } });
const spot = (more: Arguments = {}) => on({ type: "SPOT", allocationStrategy: "SPOT_CAPACITY_OPTIMIZED", ...more });
const ce = ofType(environment, { name: "orders", type: "MANAGED", ...on() });
const cluster = "arn:aws:eks:eu-west-1:111122223333:cluster/c";
const space = (kubernetesNamespace: string, eksClusterArn = cluster) => ({
  eksConfiguration: { eksClusterArn, kubernetesNamespace },
  ...on({ allocationStrategy: "BEST_FIT_PROGRESSIVE" }),
});
const image = (imageType: string) => on({ ec2Configurations: [{ imageType }] });
const template = (launchTemplate: Arguments) => on({ launchTemplate });
const unmanaged = ofType(environment, { name: "orders", type: "UNMANAGED" });

const queueType = "aws:batch/jobQueue:JobQueue";
const arn = (name: string, region = "eu-west-1") => `arn:aws:batch:${region}:111122223333:compute-environment/${name}`;
const orders = (...names: readonly string[]) => ({
  computeEnvironmentOrders: names.map((computeEnvironment, order) => ({ computeEnvironment, order })),
});
const state = { name: "orders", state: "ENABLED", priority: 1 };
const queue = ofType(queueType, { ...state, ...orders(arn("a")) });
const limit = {
  action: "CANCEL",
  maxTimeSeconds: 600,
  reason: "MISCONFIGURATION:JOB_RESOURCE_REQUIREMENT",
  state: "RUNNABLE",
};
const limits = (...jobStateTimeLimitActions: readonly Arguments[]) => ({ jobStateTimeLimitActions });
const policyArn = "arn:aws:batch:eu-west-1:111122223333:scheduling-policy/p";
const made = (name: string, resources: Arguments): Made => [
  environment,
  name,
  { id: name, arn: arn(name), name, type: "MANAGED", ...resources },
];
const mixed: readonly Made[] = [made("a", on()), made("b", fargate()), made("c", on())];
const queued = (...names: readonly string[]): Made => [queueType, "subject", { ...state, ...orders(...names) }];

const shares = (...shareDistributions: readonly Arguments[]) => ({ fairSharePolicy: { shareDistributions } });
const policy = ofType("aws:batch/schedulingPolicy:SchedulingPolicy", { name: "orders" });

export const batch: FactsByName = {
  ...batchContainers,
  ...batchPods,
  ...batchTasks,
  "batch-ce-allocation-strategy-compute-type": ce(
    "a strategy of Spot",
    on({ allocationStrategy: "SPOT_CAPACITY_OPTIMIZED" }),
    spot(),
  ),
  "batch-ce-bid-percentage-range": ce("a bid is a share", spot({ bidPercentage: 101 }), spot({ bidPercentage: 100 })),
  "batch-ce-desired-vcpus-range": ce("between the two", on({ desiredVcpus: 17 }), on({ desiredVcpus: 16 })),
  "batch-ce-ec2-config-image-type": ce("an image is of the kind", image("EKS_AL2023"), image("ECS_AL2023")),
  "batch-ce-eks-allocation-strategy": ce("pods have a strategy", { ...space("jobs"), ...on() }, space("jobs")),
  "batch-ce-eks-cluster-arn-format": ce("a cluster has an ARN", space("jobs", "c"), space("jobs")),
  "batch-ce-eks-cluster-arn-region": ce(
    "a cluster is near",
    space("jobs", cluster.replace("eu-", "us-")),
    space("jobs"),
  ),
  "batch-ce-eks-compute-type": ce("pods are of instances", { ...space("jobs"), ...fargate() }, space("jobs")),
  "batch-ce-eks-min-vcpus": ce(
    "pods have the fewest",
    {
      ...space("jobs"),
      computeResources: { ...instances, allocationStrategy: "BEST_FIT_PROGRESSIVE", minVcpus: undefined },
    },
    space("jobs"),
  ),
  "batch-ce-eks-namespace-default": ce("a namespace is one's own", space("default"), space("jobs")),
  "batch-ce-eks-namespace-format": ce("a namespace is a label", space("My_Jobs"), space("my-jobs")),
  "batch-ce-eks-namespace-kube-prefix": ce("a namespace is not of Kubernetes", space("kube-jobs"), space("jobs")),
  "batch-ce-eks-namespace-length": ce("a namespace is short", space("j".repeat(64)), space("j".repeat(63))),
  "batch-ce-fargate-security-groups-max": ce(
    "five groups",
    fargate({ securityGroupIds: many(6, (index) => `sg-${index}`) }),
    fargate({ securityGroupIds: many(5, (index) => `sg-${index}`) }),
  ),
  "batch-ce-fargate-subnets-max": ce(
    "sixteen subnets",
    fargate({ subnets: many(17, (index) => `subnet-${index}`) }),
    fargate({ subnets: many(16, (index) => `subnet-${index}`) }),
  ),
  "batch-ce-instance-role-required": ce("instances have a role", on({ instanceRole: undefined }), on()),
  "batch-ce-instance-types-architecture": ce(
    "one architecture",
    on({ instanceTypes: ["m5.large", "m6g.large"] }),
    on({ instanceTypes: ["m7g.large", "m6g.large"] }),
  ),
  "batch-ce-instance-types-required": ce("instances have types", on({ instanceTypes: [] }), on()),
  "batch-ce-launch-template-id-or-name": ce(
    "a template is named",
    template({ version: "1" }),
    template({ launchTemplateId: "lt-1" }),
  ),
  "batch-ce-launch-template-version": ce(
    "a version is a number",
    template({ launchTemplateId: "lt-1", version: "latest" }),
    template({ launchTemplateId: "lt-1", version: "$Latest" }),
  ),
  "batch-ce-min-vcpus-negative": ce("none is the fewest", on({ minVcpus: -1 }), on({ minVcpus: 0 })),
  "batch-ce-name": ce("an environment has a name", { name: "my orders" }, {}),
  "batch-ce-ordered-strategy-instance-bundles": ce(
    "an order is of types",
    on({ allocationStrategy: "BEST_FIT_PROGRESSIVE_ORDERED", instanceTypes: ["optimal"] }),
    on({ allocationStrategy: "BEST_FIT_PROGRESSIVE_ORDERED" }),
  ),
  "batch-ce-security-groups-required": ce("instances have groups", on({ securityGroupIds: undefined }), on()),
  "batch-ce-spot-fleet-role": ce(
    "Spot has a role",
    spot({ allocationStrategy: undefined }),
    spot({ allocationStrategy: undefined, spotIamFleetRole: role }),
  ),
  "batch-ce-unmanaged-service-linked-role": unmanaged(
    "a role of one's own",
    { serviceRole: "arn:aws:iam::111122223333:role/aws-service-role/batch.amazonaws.com/AWSServiceRoleForBatch" },
    { serviceRole: role },
  ),
  "batch-ce-unmanaged-service-role": unmanaged("a role is named", {}, { serviceRole: role }),
  "batch-ce-vcpus-order": ce("the fewest and the most", on({ minVcpus: 17 }), on({ minVcpus: 16 })),
  "batch-fargate-ce-fields": ce("Fargate has no types", fargate({ instanceTypes: ["m5.large"] }), fargate()),
  "batch-managed-compute-resources": ce("what is managed is there", { computeResources: undefined }, {}),
  "batch-unmanaged-fargate": unmanaged(
    "Fargate is managed",
    { serviceRole: role, ...fargate() },
    { serviceRole: role },
  ),
  "batch-jq-ce-arn-region": queue("an environment is near", orders(arn("a", "us-east-1")), {}),
  "batch-jq-ce-mix-fargate-ec2": beside(
    mixed,
    "Fargate or instances",
    queued(arn("a"), arn("b")),
    queued(arn("a"), arn("c")),
  ),
  "batch-jq-ce-order-duplicate-ce": queue(
    "an environment is there once",
    orders(arn("a"), arn("a")),
    orders(arn("a"), arn("b")),
  ),
  "batch-jq-ce-order-duplicate-order": queue(
    "an order is there once",
    { computeEnvironmentOrders: ["a", "b"].map((name) => ({ computeEnvironment: arn(name), order: 1 })) },
    orders(arn("a"), arn("b")),
  ),
  "batch-jq-ce-order-max": queue(
    "three environments",
    orders(...["a", "b", "c", "d"].map((name) => arn(name))),
    orders(...["a", "b", "c"].map((name) => arn(name))),
  ),
  "batch-jq-jstla-action-cancel-for-ecs": queue(
    "a job is cancelled",
    limits({ ...limit, action: "TERMINATE" }),
    limits(limit),
  ),
  "batch-jq-jstla-duplicate": queue(
    "a limit is there once",
    limits(limit, { ...limit, maxTimeSeconds: 700 }),
    limits(limit, { ...limit, reason: "CAPACITY:INSUFFICIENT_INSTANCE_CAPACITY" }),
  ),
  "batch-jq-name": queue("a queue has a name", { name: "my orders" }, {}),
  "batch-jq-scheduling-policy-arn-region": queue(
    "a policy is near",
    { schedulingPolicyArn: policyArn.replace("eu-", "us-") },
    { schedulingPolicyArn: policyArn },
  ),
  "batch-jq-scheduling-policy-arn-type": queue(
    "a policy is a policy",
    { schedulingPolicyArn: arn("a") },
    { schedulingPolicyArn: policyArn },
  ),
  "batch-queue-order-required": queue("a queue has an environment", { computeEnvironmentOrders: [] }, {}),
  "batch-sp-name": policy("a policy has a name", { name: "my orders" }, {}),
  "batch-sp-share-distribution-max": policy(
    "five hundred shares",
    shares(...many(501, (index) => ({ shareIdentifier: `a${index}` }))),
    shares(...many(500, (index) => ({ shareIdentifier: `a${index}` }))),
  ),
  "batch-sp-share-identifier-duplicate": policy(
    "a share is there once",
    shares({ shareIdentifier: "a" }, { shareIdentifier: "a", weightFactor: 2 }),
    shares({ shareIdentifier: "a" }, { shareIdentifier: "b" }),
  ),
  "batch-sp-share-identifier-overlap": policy(
    "a prefix is of its own",
    shares({ shareIdentifier: "a*" }, { shareIdentifier: "ab" }),
    shares({ shareIdentifier: "a*" }, { shareIdentifier: "bb" }),
  ),
  "batch-sp-share-identifier-pattern": policy(
    "a share has a name",
    shares({ shareIdentifier: "a b" }),
    shares({ shareIdentifier: "ab" }),
  ),
  "batch-sp-weight-factor-range": policy(
    "a share has a weight",
    shares({ shareIdentifier: "a", weightFactor: 1000 }),
    shares({ shareIdentifier: "a", weightFactor: 999 }),
  ),
};
