import type { Cluster as ClusterResource, ClusterArgs } from "@pulumi/aws/dax/cluster";
import type { ParameterGroup as ParameterGroupResource, ParameterGroupArgs } from "@pulumi/aws/dax/parameterGroup";
import type { SubnetGroup as SubnetGroupResource, SubnetGroupArgs } from "@pulumi/aws/dax/subnetGroup";
import { declaredOnly } from "../frame/declaredOnly";
import { optional, stable, withRule } from "../frame/properties";
import { tags } from "../frame/resourceType";

const reason = "the emulator has no DAX; functions use DynamoDB itself";
const name = {
  property: "name",
  pattern: /^[a-z][a-z0-9-]*$/i,
  allowed: "letters, digits and -, a letter first",
} as const;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_CreateParameterGroup.html */
export const ParameterGroup = declaredOnly<ParameterGroupArgs, ParameterGroupResource>({
  token: "aws:dax/parameterGroup:ParameterGroup",
  name: { ...name, maxLength: 255 },
  properties: {
    description: { replace: true },
    name: { replace: true },
    parameters: { computed: true, unordered: true },
  },
  outputs: {},
  reason,
  id: ({ name }) => name!,
});

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_CreateSubnetGroup.html */
export const SubnetGroup = declaredOnly<SubnetGroupArgs, SubnetGroupResource>({
  token: "aws:dax/subnetGroup:SubnetGroup",
  name: { ...name, maxLength: 255 },
  properties: { description: {}, name: { replace: true }, subnetIds: { required: true, unordered: true } },
  outputs: { vpcId: "stable" },
  reason,
  id: ({ name }) => name!,
});

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_CreateCluster.html */
export const Cluster = declaredOnly<ClusterArgs, ClusterResource>({
  token: "aws:dax/cluster:Cluster",
  identity: ["clusterName"],
  properties: {
    ...withRule({ required: true, replace: true }, "clusterName", "iamRoleArn", "nodeType"),
    ...withRule({ computed: true }, "maintenanceWindow", "parameterGroupName"),
    ...optional("description", "notificationTopicArn"),
    availabilityZones: { replace: true, unordered: true },
    clusterEndpointEncryptionType: { default: "NONE", replace: true },
    replicationFactor: { required: true },
    securityGroupIds: { computed: true, unordered: true },
    serverSideEncryption: { replace: true },
    subnetGroupName: { computed: true, replace: true },
    tags,
  },
  outputs: {
    ...stable("arn", "clusterAddress", "configurationEndpoint", "port"),
    nodes: "changes",
  },
  reason,
  id: ({ clusterName }) => clusterName,
  // No address, so that functions use the table itself.
  computedOutputs: async (id, _known, aws) => ({ arn: await aws.arn("dax", `cache/${id}`) }),
});
