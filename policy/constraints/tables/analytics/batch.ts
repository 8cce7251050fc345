import { type TypeRows } from "../../schema";
import { apart, at, bars, narrows, needs, says, takes } from "../given";
import { api, page } from "../pages";

const profile = "arn:aws:iam::111122223333:instance-profile/p";
const fargate = { "computeResources.type": ["FARGATE", "FARGATE_SPOT"] };
const notOfFargate = {
  instanceRole: profile,
  instanceTypes: ["m5.large"],
  allocationStrategy: "BEST_FIT",
  desiredVcpus: 2,
  imageId: "ami-12345678",
  ec2KeyPair: "k",
  placementGroup: "g",
  bidPercentage: 50,
  spotIamFleetRole: "arn:aws:iam::111122223333:role/r",
  launchTemplate: { launchTemplateId: "lt-12345678" },
  ec2Configurations: [{ imageType: "ECS_AL2" }],
  tags: { a: "b" },
};
const instances = { "computeResources.type": ["EC2", "SPOT"] };
const resources = { source: api("batch", "ComputeResource") };
const template = "computeResources.launchTemplate";
const onFargate = { "platformCapabilities[]": "FARGATE" };
const job = (more: object) => JSON.stringify({ image: "i", ...more });
const size = (vcpu: string, memory: string) => ({
  resourceRequirements: [
    { type: "VCPU", value: vcpu },
    { type: "MEMORY", value: memory },
  ],
});
const role = { executionRoleArn: "arn:aws:iam::111122223333:role/r" };
const container = { type: "container", containerProperties: job(size("1", "2048")) };
const pod = { "eksProperties.podProperties.containers[].image": "i" };
const definition = { source: api("batch", "RegisterJobDefinition") };

/** AWS Batch. */
export const batch: readonly TypeRows[] = [
  {
    type: "aws:batch/computeEnvironment:ComputeEnvironment",
    source: api("batch", "CreateComputeEnvironment"),
    rows: [
      needs("a managed environment has computeResources", { type: "MANAGED" }, { "computeResources.maxVcpus": 4 }),
      ...Object.entries(notOfFargate).map(([name, value]) =>
        bars(`Fargate has no ${name}`, fargate, { [`computeResources.${name}`]: value }, resources),
      ),
      narrows("Fargate has no minVcpus", fargate, "computeResources.minVcpus", { maximum: 0 }, [0, 1], resources),
      needs(
        "Fargate has security groups",
        fargate,
        { "computeResources.securityGroupIds[]": "sg-12345678" },
        resources,
      ),
      narrows(
        "Fargate has up to 16 subnets",
        fargate,
        "computeResources.subnets",
        { maxItems: 16 },
        [["subnet-1"], Array.from({ length: 17 }, (_, n) => `subnet-${n}`)],
        resources,
      ),
      needs("instances have a role", instances, { "computeResources.instanceRole": profile }, resources),
      narrows(
        "On-Demand instances have no strategy of Spot",
        { "computeResources.type": "EC2" },
        "computeResources.allocationStrategy",
        { enum: ["BEST_FIT", "BEST_FIT_PROGRESSIVE", "BEST_FIT_PROGRESSIVE_ORDERED"] },
        ["BEST_FIT", "SPOT_CAPACITY_OPTIMIZED"],
        resources,
      ),
      needs(
        "Spot instances of BEST_FIT have a fleet role",
        { "computeResources.type": "SPOT", "computeResources.allocationStrategy": "BEST_FIT" },
        { "computeResources.spotIamFleetRole": "arn:aws:iam::111122223333:role/r" },
        resources,
      ),
      says(
        "minVcpus are not above maxVcpus",
        { ordered: [["computeResources.minVcpus", "<=", "computeResources.maxVcpus"]], ...resources },
        { "computeResources.minVcpus": 4, "computeResources.maxVcpus": 4 },
        { "computeResources.minVcpus": 5, "computeResources.maxVcpus": 4 },
      ),
      says(
        "desiredVcpus are not above maxVcpus",
        { ordered: [["computeResources.desiredVcpus", "<=", "computeResources.maxVcpus"]], ...resources },
        { "computeResources.desiredVcpus": 4, "computeResources.maxVcpus": 4 },
        { "computeResources.desiredVcpus": 5, "computeResources.maxVcpus": 4 },
      ),
      says(
        "desiredVcpus are not below minVcpus",
        { ordered: [["computeResources.minVcpus", "<=", "computeResources.desiredVcpus"]], ...resources },
        { "computeResources.desiredVcpus": 4, "computeResources.minVcpus": 4 },
        { "computeResources.desiredVcpus": 3, "computeResources.minVcpus": 4 },
      ),
      apart(
        "a launch template has an id or a name",
        { [`${template}.launchTemplateId`]: "lt-12345678" },
        { [`${template}.launchTemplateName`]: "t" },
        { source: api("batch", "LaunchTemplateSpecification") },
      ),
      at(
        "computeResources.ec2Configurations",
        "there are up to two ec2Configurations",
        { maxItems: 2, ...resources },
        [{ imageType: "ECS_AL2" }],
        [{ imageType: "ECS_AL2" }, { imageType: "ECS_AL2_NVIDIA" }, { imageType: "ECS_AL2023" }],
      ),
      at(
        "eksConfiguration.kubernetesNamespace",
        "the namespace is not one of Kubernetes itself",
        { not: { pattern: "^(default$|kube-)" }, source: api("batch", "EksConfiguration") },
        "jobs",
        "kube-system",
      ),
      takes(
        "an environment on EKS has computeResources",
        { "eksConfiguration.eksClusterArn": "arn:aws:eks:eu-west-1:111122223333:cluster/c" },
        { "computeResources.maxVcpus": 4 },
      ),
      bars(
        "Fargate is not of EKS",
        fargate,
        { "eksConfiguration.eksClusterArn": "arn:aws:eks:eu-west-1:111122223333:cluster/c" },
        { source: page("batch/latest/userguide/eks") },
      ),
    ],
  },
  {
    type: "aws:batch/jobQueue:JobQueue",
    source: api("batch", "CreateJobQueue"),
    rows: [
      at(
        "computeEnvironmentOrders",
        "a queue has up to three environments",
        { maxItems: 3 },
        [{ computeEnvironment: "a", order: 1 }],
        ["a", "b", "c", "d"].map((computeEnvironment, order) => ({ computeEnvironment, order })),
      ),
      at(
        "jobStateTimeLimitActions[].maxTimeSeconds",
        "an action comes after 600 to 86,400 seconds",
        { minimum: 600, maximum: 86_400, source: api("batch", "JobStateTimeLimitAction") },
        600,
        599,
      ),
      at(
        "jobStateTimeLimitActions[].state",
        "an action is for jobs that are RUNNABLE",
        { enum: ["RUNNABLE"], source: api("batch", "JobStateTimeLimitAction") },
        "RUNNABLE",
        "RUNNING",
      ),
    ],
  },
  {
    type: "aws:batch/schedulingPolicy:SchedulingPolicy",
    source: api("batch", "FairsharePolicy"),
    rows: [
      at(
        "fairSharePolicy.shareDistributions",
        "shares have different identifiers",
        { uniqueKeys: ["shareIdentifier"] },
        [{ shareIdentifier: "a" }],
        [{ shareIdentifier: "a" }, { shareIdentifier: "a", weightFactor: 1 }],
      ),
      at(
        "fairSharePolicy.shareDistributions[].shareIdentifier",
        "a share's identifier has up to 255 letters and digits, and an asterisk at its end",
        { pattern: "^[A-Za-z0-9]{0,254}[A-Za-z0-9*]$", source: api("batch", "ShareAttributes") },
        "A1*",
        "A1-b",
      ),
    ],
  },
  {
    type: "aws:batch/jobDefinition:JobDefinition",
    source: api("batch", "RegisterJobDefinition"),
    rows: [
      says(
        "a container job has containerProperties, ecsProperties or eksProperties",
        { when: { type: "container" }, requiredOr: ["containerProperties", "ecsProperties", "eksProperties"] },
        container,
        { type: "container" },
      ),
      apart(
        "containerProperties are not beside eksProperties",
        { containerProperties: container.containerProperties },
        pod,
      ),
      apart(
        "containerProperties are not beside ecsProperties",
        { containerProperties: container.containerProperties },
        { ecsProperties: "{}" },
      ),
      needs("a multi-node job has nodeProperties", { type: "multinode" }, { nodeProperties: "{}" }),
      apart("nodeProperties are not beside eksProperties", { nodeProperties: "{}" }, pod),
      narrows(
        "a job on Fargate has one node",
        onFargate,
        "type",
        { const: "container" },
        ["container", "multinode"],
        definition,
      ),
      bars("a job on Fargate has no nodeProperties", onFargate, { nodeProperties: "{}" }, definition),
      bars("a job on Fargate is not of EKS", onFargate, pod, { source: page("batch/latest/userguide/fargate") }),
      at(
        "containerProperties",
        "containerProperties are JSON with an image, processors and memory",
        { format: "batchContainer", source: api("batch", "ContainerProperties") },
        container.containerProperties,
        JSON.stringify({ command: ["ls"] }),
      ),
      narrows(
        "a container on Fargate has an execution role, and sizes of Fargate",
        onFargate,
        "containerProperties",
        { format: "batchFargateContainer" },
        [job({ ...size("1", "2048"), ...role }), job({ ...size("1", "1024"), ...role })],
        { source: api("batch", "ResourceRequirement") },
      ),
      at(
        "retryStrategy.evaluateOnExits",
        "a strategy has up to five conditions",
        { maxItems: 5, source: api("batch", "RetryStrategy") },
        [{ action: "RETRY", onReason: "*" }],
        Array.from({ length: 6 }, (_, n) => ({ action: "RETRY", onExitCode: `${n}` })),
      ),
      at(
        "retryStrategy.evaluateOnExits[]",
        "a condition says of which end it is",
        { requiredOr: ["onExitCode", "onReason", "onStatusReason"], source: api("batch", "EvaluateOnExit") },
        { action: "EXIT", onReason: "*" },
        { action: "EXIT" },
      ),
      at(
        "retryStrategy.evaluateOnExits[].onExitCode",
        "an exit code is digits, with an asterisk at its end",
        { pattern: "^[0-9]{0,511}[0-9*]$", source: api("batch", "EvaluateOnExit") },
        "1*",
        "err",
      ),
      at(
        "timeout.attemptDurationSeconds",
        "an attempt may last 60 seconds or more",
        { minimum: 60, source: api("batch", "JobTimeout") },
        60,
        59,
      ),
      at("schedulingPriority", "a priority is 0 to 9,999", { minimum: 0, maximum: 9_999 }, 0, 10_000),
      at(
        "eksProperties.podProperties.dnsPolicy",
        "a policy of DNS is one of Kubernetes' three that Batch takes",
        { enum: ["Default", "ClusterFirst", "ClusterFirstWithHostNet"], source: api("batch", "EksPodProperties") },
        "Default",
        "None",
      ),
      at(
        "eksProperties.podProperties.containers[].imagePullPolicy",
        "an image is pulled Always, IfNotPresent or Never",
        { enum: ["Always", "IfNotPresent", "Never"], source: api("batch", "EksContainer") },
        "Always",
        "Sometimes",
      ),
      at(
        "eksProperties.podProperties.volumes[]",
        "a volume is of one kind",
        { requiredXor: ["emptyDir", "hostPath", "secret"], source: api("batch", "EksVolume") },
        { name: "v", hostPath: { path: "/a" } },
        { name: "v", hostPath: { path: "/a" }, emptyDir: { sizeLimit: "1Gi" } },
      ),
      at(
        "eksProperties.podProperties.containers[].resources.limits.memory",
        "memory is in Mi",
        { pattern: "^[0-9]+Mi$", source: api("batch", "EksContainerResourceRequirements") },
        "512Mi",
        "1Gi",
      ),
    ],
  },
];
