import type { SubnetGroup as SubnetGroupResource, SubnetGroupArgs } from "@pulumi/aws/rds/subnetGroup";
import { unless } from "../../frame/errors";
import { resourceType, tags } from "../../frame/resourceType";
import { tagList } from "../../frame/shapes";
import { groupName, tagging } from "./shared";

const notFound = ["DBSubnetGroupNotFoundFault"];

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSubnetGroup.html */
export const SubnetGroup = resourceType<SubnetGroupArgs, SubnetGroupResource>({
  token: "aws:rds/subnetGroup:SubnetGroup",
  name: { property: "name", prefixProperty: "namePrefix", ...groupName },
  properties: {
    description: { default: "Managed by Pulumi" },
    name: { replace: true },
    namePrefix: { replace: true },
    subnetIds: { required: true, unordered: true },
    tags,
  },
  outputs: { arn: "stable", supportedNetworkTypes: "stable", vpcId: "stable" },

  async create({ name, description, subnetIds, tags }, { rds }) {
    await rds.createDBSubnetGroup({
      DBSubnetGroupName: name,
      DBSubnetGroupDescription: description,
      SubnetIds: subnetIds,
      Tags: tagList(tags),
    });
    return name!;
  },

  async read(name, { rds }, { tags }) {
    const answer = await unless(notFound, rds.describeDBSubnetGroups({ DBSubnetGroupName: name }));
    const live = answer?.DBSubnetGroups?.[0];
    return (
      live && {
        name,
        arn: live.DBSubnetGroupArn,
        description: live.DBSubnetGroupDescription,
        subnetIds: (live.Subnets ?? []).map(({ SubnetIdentifier = "" }) => SubnetIdentifier),
        supportedNetworkTypes: ["IPV4"],
        vpcId: live.VpcId,
        tags,
      }
    );
  },

  async update(name, { description, subnetIds }, _old, aws) {
    await aws.rds.modifyDBSubnetGroup({
      DBSubnetGroupName: name,
      DBSubnetGroupDescription: description,
      SubnetIds: subnetIds,
    });
  },

  tagging,

  async delete(name, { rds }) {
    await unless(notFound, rds.deleteDBSubnetGroup({ DBSubnetGroupName: name }));
  },
});
