import { type TypeRows } from "../../schema";
import { apart, at, bars, says, takes } from "../given";
import { api, page } from "../pages";

const role = "arn:aws:iam::111122223333:role/r";
const eks = (what: string) => ({ source: api("eks", what) });
const ip = "kubernetesNetworkConfig";
const outpost = { "outpostConfig.controlPlaneInstanceType": "m5.large" };
const auto = { "computeConfig.enabled": true };

/** Clusters of EKS. */
export const eksClusters: readonly TypeRows[] = [
  {
    type: "aws:eks/cluster:Cluster",
    source: api("eks", "CreateCluster"),
    rows: [
      says(
        "a cluster has two subnets or more",
        {
          if: { excluded: ["outpostConfig"] },
          then: { properties: { "vpcConfig.subnetIds": { minItems: 2 } } },
          ...eks("VpcConfigRequest"),
        },
        { "vpcConfig.subnetIds": ["subnet-1", "subnet-2"] },
        { "vpcConfig.subnetIds": ["subnet-1"] },
      ),
      at(
        "name",
        "a cluster has 1 to 100 letters, digits, hyphens and underscores, the first a letter or a digit",
        { pattern: "^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$" },
        "orders",
        "-orders",
      ),
      at(
        "vpcConfig.securityGroupIds",
        "a cluster has up to five security groups",
        { maxItems: 5, ...eks("CreateCluster") },
        ["sg-1"],
        ["1", "2", "3", "4", "5", "6"],
      ),
      at(
        "vpcConfig",
        "an endpoint is public or private",
        {
          not: {
            required: ["endpointPublicAccess", "endpointPrivateAccess"],
            properties: { endpointPublicAccess: { const: false }, endpointPrivateAccess: { const: false } },
          },
          ...eks("VpcConfigRequest"),
        },
        { subnetIds: ["1", "2"], endpointPublicAccess: false, endpointPrivateAccess: true },
        { subnetIds: ["1", "2"], endpointPublicAccess: false, endpointPrivateAccess: false },
      ),
      bars(
        "a cluster of IPv6 has no range of IPv4",
        { [`${ip}.ipFamily`]: "ipv6" },
        { [`${ip}.serviceIpv4Cidr`]: "10.100.0.0/16" },
        eks("KubernetesNetworkConfigRequest"),
      ),
      at(
        `${ip}.serviceIpv4Cidr`,
        "the range of services is private, and of /12 to /24",
        {
          pattern: "^(10\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.|192\\.168\\.)[0-9.]+/(1[2-9]|2[0-4])$",
          ...eks("KubernetesNetworkConfigRequest"),
        },
        "10.100.0.0/16",
        "100.64.0.0/16",
      ),
      at(
        "encryptionConfig.resources[]",
        "secrets are encrypted",
        { enum: ["secrets"], ...eks("EncryptionConfig") },
        "secrets",
        "configmaps",
      ),
      at(
        "encryptionConfig.provider.keyArn",
        "a key is of the cluster's own Region",
        { ownRegion: true, ...eks("Provider") },
        "arn:aws:kms:eu-west-1:111122223333:key/1",
        "arn:aws:kms:us-east-1:111122223333:key/1",
      ),
      at(
        "enabledClusterLogTypes[]",
        "logs are of five kinds",
        { enum: ["api", "audit", "authenticator", "controllerManager", "scheduler"], ...eks("LogSetup") },
        "api",
        "kubelet",
      ),
      says(
        "Auto Mode is on or off in all of its three parts",
        {
          when: auto,
          required: [`${ip}.elasticLoadBalancing.enabled`, "storageConfig.blockStorage.enabled"],
          properties: {
            [`${ip}.elasticLoadBalancing.enabled`]: { const: true },
            "storageConfig.blockStorage.enabled": { const: true },
          },
          ...eks("ComputeConfigRequest"),
        },
        { ...auto, [`${ip}.elasticLoadBalancing.enabled`]: true, "storageConfig.blockStorage.enabled": true },
        { ...auto, "storageConfig.blockStorage.enabled": true },
      ),
      says(
        "Auto Mode has no add-ons of itself",
        {
          when: auto,
          properties: { bootstrapSelfManagedAddons: { const: false } },
          source: page("eks/latest/userguide/automode-get-started-cli"),
        },
        { ...auto, bootstrapSelfManagedAddons: false },
        { ...auto, bootstrapSelfManagedAddons: true },
      ),
      says(
        "Auto Mode takes entries of access",
        {
          when: auto,
          properties: { "accessConfig.authenticationMode": { enum: ["API", "API_AND_CONFIG_MAP"] } },
          source: page("eks/latest/userguide/automode-get-started-cli"),
        },
        { ...auto, "accessConfig.authenticationMode": "API" },
        { ...auto, "accessConfig.authenticationMode": "CONFIG_MAP" },
      ),
      takes(
        "pools of nodes have a role",
        { "computeConfig.nodePools[]": "system" },
        { "computeConfig.nodeRoleArn": role },
        eks("ComputeConfigRequest"),
      ),
      at(
        "computeConfig.nodePools[]",
        "pools are general-purpose and system",
        { enum: ["general-purpose", "system"], ...eks("ComputeConfigRequest") },
        "system",
        "gpu",
      ),
      at(
        "outpostConfig.outpostArns",
        "a cluster is on one Outpost",
        { maxItems: 1, ...eks("OutpostConfigRequest") },
        ["arn:aws:outposts:eu-west-1:111122223333:outpost/op-1"],
        ["a", "b"],
      ),
      apart(
        "a cluster on an Outpost has no IPv6",
        outpost,
        { [`${ip}.serviceIpv6Cidr`]: "fd00::/108" },
        { source: page("eks/latest/userguide/eks-outposts-local-cluster-overview") },
      ),
      at(
        "upgradePolicy.supportType",
        "support is STANDARD or EXTENDED",
        { enum: ["STANDARD", "EXTENDED"], ...eks("UpgradePolicyRequest") },
        "STANDARD",
        "LONG",
      ),
    ],
  },
];
