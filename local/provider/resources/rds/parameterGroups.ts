import type * as pulumiAws from "@pulumi/aws/rds/clusterParameterGroup";
import type { ParameterGroup as Group, ParameterGroupArgs } from "@pulumi/aws/rds/parameterGroup";
import { unless } from "../../frame/errors";
import { type Inputs, resourceType, tags } from "../../frame/resourceType";
import { tagList } from "../../frame/shapes";
import { groupName, tagging } from "./shared";

const notFound = ["DBParameterGroupNotFound", "DBClusterParameterGroupNotFound"];
const properties = {
  description: { default: "Managed by Pulumi", replace: true },
  family: { required: true, replace: true },
  name: { replace: true },
  namePrefix: { replace: true },
  parameters: { unordered: true, notEmulated: "the emulator's databases have parameters of their own" },
  tags,
};
const name = { property: "name", prefixProperty: "namePrefix", ...groupName } as const;

/** What a group of either kind is made with, besides its name. */
const toGroup = ({ family, description, tags }: Inputs<ParameterGroupArgs>) => ({
  DBParameterGroupFamily: family,
  Description: description,
  Tags: tagList(tags),
});

const fromGroup = (name: string, arn: string, live: { Description?: string; DBParameterGroupFamily?: string }) => ({
  name,
  arn,
  description: live.Description,
  family: live.DBParameterGroupFamily,
});

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBClusterParameterGroup.html */
export const ClusterParameterGroup = resourceType<pulumiAws.ClusterParameterGroupArgs, pulumiAws.ClusterParameterGroup>(
  {
    token: "aws:rds/clusterParameterGroup:ClusterParameterGroup",
    name,
    properties,
    outputs: { arn: "stable" },

    async create(props, { rds }) {
      await rds.createDBClusterParameterGroup({ DBClusterParameterGroupName: props.name, ...toGroup(props) });
      return props.name!;
    },

    async read(name, aws) {
      const call = aws.rds.describeDBClusterParameterGroups({ DBClusterParameterGroupName: name });
      const live = (await unless(notFound, call))?.DBClusterParameterGroups?.[0];
      return live && fromGroup(name, await aws.arn("rds", `cluster-pg:${name}`), live);
    },

    tagging,

    async delete(name, { rds }) {
      await unless(notFound, rds.deleteDBClusterParameterGroup({ DBClusterParameterGroupName: name }));
    },
  },
);

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBParameterGroup.html */
export const ParameterGroup = resourceType<ParameterGroupArgs, Group>({
  token: "aws:rds/parameterGroup:ParameterGroup",
  name,
  properties: { ...properties, skipDestroy: { default: false } },
  outputs: { arn: "stable" },

  async create(props, { rds }) {
    await rds.createDBParameterGroup({ DBParameterGroupName: props.name, ...toGroup(props) });
    return props.name!;
  },

  async read(name, aws) {
    const answer = await unless(notFound, aws.rds.describeDBParameterGroups({ DBParameterGroupName: name }));
    const live = answer?.DBParameterGroups?.[0];
    return live && fromGroup(name, await aws.arn("rds", `pg:${name}`), live);
  },

  tagging,

  async delete(name, { rds }, { skipDestroy }) {
    if (!skipDestroy) await unless(notFound, rds.deleteDBParameterGroup({ DBParameterGroupName: name }));
  },
});
