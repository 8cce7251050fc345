import type { Route as RouteResource, RouteArgs } from "@pulumi/aws/ec2/route";
import { unless } from "../../frame/errors";
import { withRule } from "../../frame/properties";
import { resourceType } from "../../frame/resourceType";

const notFound = ["InvalidRouteTableID.NotFound", "InvalidRoute.NotFound"];
const target = { replace: true, notEmulated: "the emulator routes to internet and NAT gateways only" };
const destination = { replace: true, notEmulated: "the emulator routes IPv4 ranges only" };

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html */
export const Route = resourceType<RouteArgs, RouteResource>({
  token: "aws:ec2/route:Route",
  identity: ["routeTableId", "destinationCidrBlock"],
  properties: {
    ...withRule(target, "carrierGatewayId", "coreNetworkArn", "egressOnlyGatewayId", "localGatewayId"),
    ...withRule(target, "odbNetworkArn", "transitGatewayId", "vpcEndpointId", "vpcPeeringConnectionId"),
    ...withRule({ replace: true }, "destinationCidrBlock", "gatewayId", "natGatewayId"),
    destinationIpv6CidrBlock: destination,
    destinationPrefixListId: destination,
    networkInterfaceId: { ...target, computed: true },
    routeTableId: { required: true, replace: true },
  },
  outputs: { instanceId: "stable", instanceOwnerId: "stable", origin: "stable", state: "changes" },
  fromImportId: (id) => {
    const [routeTableId, destinationCidrBlock] = id.split("_");
    return { known: { routeTableId, destinationCidrBlock } };
  },

  async create({ routeTableId, destinationCidrBlock, gatewayId, natGatewayId }, { ec2 }) {
    await ec2.createRoute({
      RouteTableId: routeTableId,
      DestinationCidrBlock: destinationCidrBlock,
      GatewayId: gatewayId,
      NatGatewayId: natGatewayId,
    });
    return `${routeTableId}_${destinationCidrBlock}`;
  },

  async read(_id, { ec2 }, { routeTableId, destinationCidrBlock }) {
    const answer = await unless(notFound, ec2.describeRouteTables({ RouteTableIds: [routeTableId!] }));
    const routes = answer?.RouteTables?.[0]?.Routes;
    const live = routes?.find(({ DestinationCidrBlock }) => DestinationCidrBlock === destinationCidrBlock);
    return (
      live && {
        id: `${routeTableId}_${destinationCidrBlock}`,
        routeTableId,
        destinationCidrBlock,
        gatewayId: live.GatewayId,
        natGatewayId: live.NatGatewayId,
        origin: live.Origin,
        state: live.State,
      }
    );
  },

  async delete(_id, { ec2 }, { routeTableId, destinationCidrBlock }) {
    await unless(notFound, ec2.deleteRoute({ RouteTableId: routeTableId, DestinationCidrBlock: destinationCidrBlock }));
  },
});
