import type { Cluster as ClusterResource, ClusterArgs } from "@pulumi/aws/dax/cluster";
import type { ParameterGroup as ParameterGroupResource, ParameterGroupArgs } from "@pulumi/aws/dax/parameterGroup";
import type { SubnetGroup as SubnetGroupResource, SubnetGroupArgs } from "@pulumi/aws/dax/subnetGroup";
import { unless } from "../frame/errors";
import { optional, stable, withRule } from "../frame/properties";
import { type Inputs, resourceType, tags } from "../frame/resourceType";
import { tagList, tagMap } from "../frame/shapes";

const name = {
  property: "name",
  maxLength: 255,
  pattern: /^[a-z][a-z0-9-]*$/i,
  allowed: "letters, digits and -, a letter first",
} as const;

const noGroup = ["ParameterGroupNotFoundFault"];
const noSubnets = ["SubnetGroupNotFoundFault"];
const noCluster = ["ClusterNotFoundFault"];

const parameterValues = ({ parameters = [] }: Inputs<ParameterGroupArgs>) =>
  parameters.map(({ name: ParameterName, value: ParameterValue }) => ({ ParameterName, ParameterValue }));

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_CreateParameterGroup.html */
export const ParameterGroup = resourceType<ParameterGroupArgs, ParameterGroupResource>({
  token: "aws:dax/parameterGroup:ParameterGroup",
  name,
  properties: {
    description: { replace: true },
    name: { replace: true },
    parameters: { computed: true, unordered: true },
  },
  outputs: {},

  async create({ name: ParameterGroupName, description }, { dax }) {
    await dax.createParameterGroup({ ParameterGroupName, Description: description });
    return ParameterGroupName!;
  },

  async complete(ParameterGroupName, props, { dax }) {
    const ParameterNameValues = parameterValues(props);
    if (ParameterNameValues.length) await dax.updateParameterGroup({ ParameterGroupName, ParameterNameValues });
  },

  async read(ParameterGroupName, { dax }) {
    const groups = await unless(noGroup, dax.describeParameterGroups({ ParameterGroupNames: [ParameterGroupName] }));
    const live = groups?.ParameterGroups?.[0];
    if (!live) return undefined;
    const { Parameters = [] } = await dax.describeParameters({ ParameterGroupName });
    return {
      name: live.ParameterGroupName,
      description: live.Description,
      parameters: Parameters.map(({ ParameterName = "", ParameterValue = "" }) => ({
        name: ParameterName,
        value: ParameterValue,
      })),
    };
  },

  async update(ParameterGroupName, props, _old, { dax }) {
    await dax.updateParameterGroup({ ParameterGroupName, ParameterNameValues: parameterValues(props) });
  },

  async delete(ParameterGroupName, { dax }) {
    await unless(noGroup, dax.deleteParameterGroup({ ParameterGroupName }));
  },
});

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_CreateSubnetGroup.html */
export const SubnetGroup = resourceType<SubnetGroupArgs, SubnetGroupResource>({
  token: "aws:dax/subnetGroup:SubnetGroup",
  name,
  properties: { description: {}, name: { replace: true }, subnetIds: { required: true, unordered: true } },
  outputs: { vpcId: "stable" },

  async create({ name: SubnetGroupName, description, subnetIds }, { dax }) {
    await dax.createSubnetGroup({ SubnetGroupName, Description: description, SubnetIds: subnetIds });
    return SubnetGroupName!;
  },

  async read(SubnetGroupName, { dax }) {
    const groups = await unless(noSubnets, dax.describeSubnetGroups({ SubnetGroupNames: [SubnetGroupName] }));
    const live = groups?.SubnetGroups?.[0];
    return (
      live && {
        name: live.SubnetGroupName,
        description: live.Description,
        subnetIds: (live.Subnets ?? []).map(({ SubnetIdentifier = "" }) => SubnetIdentifier),
        vpcId: live.VpcId,
      }
    );
  },

  async update(SubnetGroupName, { description, subnetIds }, _old, { dax }) {
    await dax.updateSubnetGroup({ SubnetGroupName, Description: description, SubnetIds: subnetIds });
  },

  async delete(SubnetGroupName, { dax }) {
    await unless(noSubnets, dax.deleteSubnetGroup({ SubnetGroupName }));
  },
});

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_CreateCluster.html */
export const Cluster = resourceType<ClusterArgs, ClusterResource>({
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
  notEmulated: () => [
    "runs at a port of this machine, with one memory for all nodes and no limit to it: not encrypted at rest, and outside its network",
  ],

  async create(props, { dax }) {
    await dax.createCluster({
      ...changeable(props),
      AvailabilityZones: props.availabilityZones,
      ClusterEndpointEncryptionType: props.clusterEndpointEncryptionType as "NONE" | "TLS",
      ClusterName: props.clusterName,
      IamRoleArn: props.iamRoleArn,
      NodeType: props.nodeType,
      ReplicationFactor: props.replicationFactor,
      SSESpecification: { Enabled: props.serverSideEncryption?.enabled ?? false },
      SubnetGroupName: props.subnetGroupName,
      Tags: tagList(props.tags),
    });
    return props.clusterName;
  },

  async read(clusterName, { dax }, known) {
    const clusters = await unless(noCluster, dax.describeClusters({ ClusterNames: [clusterName] }));
    const live = clusters?.Clusters?.[0];
    if (!live) return undefined;
    const { Address = "", Port = 0 } = live.ClusterDiscoveryEndpoint ?? {};
    const { Tags } = await dax.listTags({ ResourceName: live.ClusterArn });
    return {
      arn: live.ClusterArn,
      availabilityZones: known.availabilityZones,
      clusterAddress: Address,
      clusterEndpointEncryptionType: live.ClusterEndpointEncryptionType,
      clusterName: live.ClusterName,
      configurationEndpoint: `${Address}:${Port}`,
      description: live.Description,
      iamRoleArn: live.IamRoleArn,
      maintenanceWindow: live.PreferredMaintenanceWindow,
      nodeType: live.NodeType,
      nodes: (live.Nodes ?? []).map(({ NodeId = "", AvailabilityZone = "", Endpoint }) => ({
        id: NodeId,
        address: Endpoint?.Address ?? "",
        port: Endpoint?.Port ?? 0,
        availabilityZone: AvailabilityZone,
      })),
      notificationTopicArn: live.NotificationConfiguration?.TopicArn,
      parameterGroupName: live.ParameterGroup?.ParameterGroupName,
      port: Port,
      replicationFactor: live.TotalNodes,
      securityGroupIds: (live.SecurityGroups ?? []).map(({ SecurityGroupIdentifier = "" }) => SecurityGroupIdentifier),
      serverSideEncryption: known.serverSideEncryption,
      subnetGroupName: live.SubnetGroup,
      tags: tagMap(Tags),
    };
  },

  async update(ClusterName, props, old, { dax }) {
    await dax.updateCluster({ ...changeable(props), ClusterName });
    const NewReplicationFactor = props.replicationFactor;
    const before = old.replicationFactor ?? NewReplicationFactor;
    if (NewReplicationFactor > before) await dax.increaseReplicationFactor({ ClusterName, NewReplicationFactor });
    if (NewReplicationFactor < before) await dax.decreaseReplicationFactor({ ClusterName, NewReplicationFactor });
  },

  tagging: {
    remove: (_id, TagKeys, { dax }, { arn }) => dax.untagResource({ ResourceName: arn, TagKeys }),
    add: (_id, added, { dax }, { arn }) => dax.tagResource({ ResourceName: arn, Tags: tagList(added) }),
  },

  async delete(ClusterName, { dax }) {
    await unless(noCluster, dax.deleteCluster({ ClusterName }));
  },
});

const changeable = (props: Inputs<ClusterArgs>) => ({
  Description: props.description,
  NotificationTopicArn: props.notificationTopicArn,
  ParameterGroupName: props.parameterGroupName,
  PreferredMaintenanceWindow: props.maintenanceWindow,
  SecurityGroupIds: props.securityGroupIds,
});
