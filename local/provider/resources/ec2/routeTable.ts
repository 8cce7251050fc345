import type { RouteTable as RouteTableResource, RouteTableArgs } from "@pulumi/aws/ec2/routeTable";
import type * as pulumiAws from "@pulumi/aws/ec2/routeTableAssociation";
import { unless } from "../../frame/errors";
import { resourceType, tags } from "../../frame/resourceType";
import { tagMap } from "../../frame/shapes";
import { tagged, tagging } from "./tags";

const notFound = ["InvalidRouteTableID.NotFound", "InvalidAssociationID.NotFound"];

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRouteTable.html */
export const RouteTable = resourceType<RouteTableArgs, RouteTableResource>({
  token: "aws:ec2/routeTable:RouteTable",
  properties: {
    propagatingVgws: { computed: true, notEmulated: "the emulator passes no routes on" },
    routes: { computed: true, notEmulated: "give each route as an aws.ec2.Route: those are made" },
    tags,
    vpcId: { required: true, replace: true },
  },
  outputs: { arn: "stable", ownerId: "stable" },

  async create({ vpcId, tags }, { ec2 }) {
    const { RouteTable } = await ec2.createRouteTable({
      VpcId: vpcId,
      TagSpecifications: tagged("route-table", tags),
    });
    return RouteTable!.RouteTableId!;
  },

  async read(id, aws) {
    const answer = await unless(notFound, aws.ec2.describeRouteTables({ RouteTableIds: [id] }));
    const live = answer?.RouteTables?.[0];
    return (
      live && {
        arn: await aws.arn("ec2", `route-table/${id}`),
        ownerId: live.OwnerId,
        tags: tagMap(live.Tags),
        vpcId: live.VpcId,
      }
    );
  },

  tagging,

  async delete(RouteTableId, { ec2 }) {
    await unless(notFound, ec2.deleteRouteTable({ RouteTableId }));
  },
});

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateRouteTable.html */
export const RouteTableAssociation = resourceType<pulumiAws.RouteTableAssociationArgs, pulumiAws.RouteTableAssociation>(
  {
    token: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    identity: ["subnetId", "gatewayId"],
    properties: {
      gatewayId: { replace: true, notEmulated: "the emulator routes subnets only" },
      routeTableId: { required: true, replace: true },
      subnetId: { replace: true },
    },
    outputs: {},
    fromImportId: (id) => {
      const [subnetId, routeTableId] = id.split("/");
      return { known: { subnetId, routeTableId } };
    },

    async create({ routeTableId, subnetId }, { ec2 }) {
      const { AssociationId } = await ec2.associateRouteTable({ RouteTableId: routeTableId, SubnetId: subnetId });
      return AssociationId!;
    },

    async read(_id, { ec2 }, { routeTableId, subnetId }) {
      const answer = await unless(notFound, ec2.describeRouteTables({ RouteTableIds: [routeTableId!] }));
      const live = answer?.RouteTables?.[0]?.Associations?.find(({ SubnetId }) => SubnetId === subnetId);
      return live && { id: live.RouteTableAssociationId, routeTableId: live.RouteTableId, subnetId: live.SubnetId };
    },

    async delete(AssociationId, { ec2 }) {
      await unless(notFound, ec2.disassociateRouteTable({ AssociationId }));
    },
  },
);
