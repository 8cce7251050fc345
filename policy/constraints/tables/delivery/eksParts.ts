import { type TypeRows } from "../../schema";
import { apart, at, bars, narrows } from "../given";
import { api, page } from "../pages";

const role = "arn:aws:iam::111122223333:role/r";
const eks = (what: string) => ({ source: api("eks", what) });
const template = { launchTemplate: { id: "lt-1", version: "1" } };

/** Nodes of EKS, and who has access. */
export const eksParts: readonly TypeRows[] = [
  {
    type: "aws:eks/nodeGroup:NodeGroup",
    source: api("eks", "CreateNodegroup"),
    rows: [
      apart("the disk of nodes is in their template", template, { diskSize: 40 }),
      apart("a key for SSH is in the template", template, { remoteAccess: { ec2SshKey: "k" } }),
      at(
        "launchTemplate",
        "a template is named by id or name",
        { requiredXor: ["id", "name"], ...eks("LaunchTemplateSpecification") },
        { id: "lt-1", version: "1" },
        { id: "lt-1", name: "t", version: "1" },
      ),
      at(
        "remoteAccess",
        "who may log in is asked for a key",
        { dependentRequired: { sourceSecurityGroupIds: ["ec2SshKey"] }, ...eks("RemoteAccessConfig") },
        { ec2SshKey: "k", sourceSecurityGroupIds: ["sg-1"] },
        { sourceSecurityGroupIds: ["sg-1"] },
      ),
      at(
        "scalingConfig",
        "minSize is not above desiredSize",
        { ordered: [["minSize", "<=", "desiredSize"]], ...eks("NodegroupScalingConfig") },
        { minSize: 1, desiredSize: 1, maxSize: 1 },
        { minSize: 2, desiredSize: 1, maxSize: 2 },
      ),
      at(
        "scalingConfig",
        "desiredSize is not above maxSize",
        { ordered: [["desiredSize", "<=", "maxSize"]], ...eks("NodegroupScalingConfig") },
        { minSize: 1, desiredSize: 1, maxSize: 1 },
        { minSize: 1, desiredSize: 3, maxSize: 2 },
      ),
      at(
        "scalingConfig.maxSize",
        "a group has one node or more at most",
        { minimum: 1, ...eks("NodegroupScalingConfig") },
        1,
        0,
      ),
      at(
        "updateConfig",
        "nodes are updated by number or percentage",
        { requiredXor: ["maxUnavailable", "maxUnavailablePercentage"], ...eks("NodegroupUpdateConfig") },
        { maxUnavailable: 1 },
        { maxUnavailable: 1, maxUnavailablePercentage: 10 },
      ),
      at(
        "updateConfig.maxUnavailable",
        "1 to 100 nodes are updated at once",
        { minimum: 1, maximum: 100, ...eks("NodegroupUpdateConfig") },
        100,
        101,
      ),
      at(
        "updateConfig.maxUnavailablePercentage",
        "a percentage is 1 to 100",
        { minimum: 1, maximum: 100, ...eks("NodegroupUpdateConfig") },
        100,
        101,
      ),
      at(
        "taints",
        "a group has up to 50 taints",
        { maxItems: 50 },
        [{ key: "a", effect: "NO_SCHEDULE" }],
        Array.from({ length: 51 }, (_, n) => ({ key: `a${n}`, effect: "NO_SCHEDULE" })),
      ),
      at(
        "taints[].effect",
        "a taint is NO_SCHEDULE, NO_EXECUTE or PREFER_NO_SCHEDULE",
        { enum: ["NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE"], ...eks("Taint") },
        "NO_SCHEDULE",
        "NoSchedule",
      ),
      narrows(
        "an image of one's own has its type in the template",
        { amiType: "CUSTOM" },
        "launchTemplate",
        { required: ["version"] },
        [template.launchTemplate, {}],
      ),
      bars("an image of one's own has no version of Kubernetes", { amiType: "CUSTOM" }, { version: "1.33" }),
      bars("an image of one's own has no release", { amiType: "CUSTOM" }, { releaseVersion: "1.33.0-20250101" }),
      at(
        "capacityType",
        "capacity is On-Demand, Spot or a block",
        { enum: ["ON_DEMAND", "SPOT", "CAPACITY_BLOCK"] },
        "SPOT",
        "RESERVED",
      ),
    ],
  },
  {
    type: "aws:eks/fargateProfile:FargateProfile",
    source: api("eks", "CreateFargateProfile"),
    rows: [
      at(
        "selectors",
        "a profile has one to five selectors",
        { minItems: 1, maxItems: 5 },
        [{ namespace: "a" }],
        ["a", "b", "c", "d", "e", "f"].map((namespace) => ({ namespace })),
      ),
      at(
        "selectors[].labels",
        "a selector has up to five labels",
        { maxProperties: 5, source: page("eks/latest/userguide/fargate-profile") },
        { a: "b" },
        { a: "1", b: "2", c: "3", d: "4", e: "5", f: "6" },
      ),
      at(
        "fargateProfileName",
        "a profile's name does not begin with eks-",
        { not: { pattern: "^eks-" }, source: page("eks/latest/userguide/fargate-profile") },
        "orders",
        "eks-orders",
      ),
    ],
  },
  {
    type: "aws:eks/accessEntry:AccessEntry",
    source: api("eks", "CreateAccessEntry"),
    rows: [
      at(
        "kubernetesGroups[]",
        "a group is none of Kubernetes' own",
        { not: { pattern: "^system:" }, source: page("eks/latest/userguide/creating-access-entries") },
        "viewers",
        "system:masters",
      ),
      bars(
        "nodes have no groups of Kubernetes",
        { type: ["EC2_LINUX", "EC2_WINDOWS", "FARGATE_LINUX", "HYBRID_LINUX"] },
        { kubernetesGroups: ["viewers"] },
      ),
      narrows(
        "nodes are known by a role",
        { type: ["EC2_LINUX", "EC2_WINDOWS", "FARGATE_LINUX", "HYBRID_LINUX"] },
        "principalArn",
        { pattern: ":role/" },
        [role, "arn:aws:iam::111122223333:user/u"],
      ),
      at(
        "principalArn",
        "who has access is no session",
        { not: { pattern: ":assumed-role/" } },
        role,
        "arn:aws:sts::111122223333:assumed-role/r/s",
      ),
      at(
        "userName",
        "a name is none of Kubernetes' own",
        {
          not: { pattern: "^(system:|eks:|aws:|amazon:|iam:)" },
          source: page("eks/latest/userguide/creating-access-entries"),
        },
        "u",
        "system:u",
      ),
    ],
  },
  {
    type: "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
    source: api("eks", "AssociateAccessPolicy"),
    rows: [
      at(
        "accessScope",
        "a scope of namespaces names them",
        { when: { type: "namespace" }, required: ["namespaces[]"], ...eks("AccessScope") },
        { type: "namespace", namespaces: ["a"] },
        { type: "namespace" },
      ),
      at(
        "accessScope",
        "the scope of a cluster has no namespaces",
        { when: { type: "cluster" }, excluded: ["namespaces"], ...eks("AccessScope") },
        { type: "cluster" },
        { type: "cluster", namespaces: ["a"] },
      ),
      at(
        "policyArn",
        "a policy is of EKS itself",
        { pattern: "^arn:[^:]+:eks::aws:cluster-access-policy/" },
        "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
        "arn:aws:iam::aws:policy/ReadOnlyAccess",
      ),
    ],
  },
  {
    type: "aws:eks/identityProviderConfig:IdentityProviderConfig",
    source: api("eks", "AssociateIdentityProviderConfig"),
    rows: [
      at(
        "oidc.issuerUrl",
        "an issuer has an https address",
        { pattern: "^https://" },
        "https://a.example.com",
        "http://a.example.com",
      ),
    ],
  },
];
