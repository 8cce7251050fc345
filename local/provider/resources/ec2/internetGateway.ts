import type { InternetGateway as GatewayResource, InternetGatewayArgs } from "@pulumi/aws/ec2/internetGateway";
import { unless } from "../../frame/errors";
import { resourceType, tags } from "../../frame/resourceType";
import { tagMap } from "../../frame/shapes";
import { tagged, tagging } from "./tags";

const notFound = ["InvalidInternetGatewayID.NotFound", "Gateway.NotAttached"];

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateInternetGateway.html */
export const InternetGateway = resourceType<InternetGatewayArgs, GatewayResource>({
  token: "aws:ec2/internetGateway:InternetGateway",
  identity: ["vpcId"],
  properties: { tags, vpcId: { computed: true, replace: true } },
  outputs: { arn: "stable", ownerId: "stable" },

  async create({ tags }, { ec2 }) {
    const { InternetGateway } = await ec2.createInternetGateway({
      TagSpecifications: tagged("internet-gateway", tags),
    });
    return InternetGateway!.InternetGatewayId!;
  },

  async complete(InternetGatewayId, { vpcId }, { ec2 }) {
    if (vpcId) await ec2.attachInternetGateway({ InternetGatewayId, VpcId: vpcId });
  },

  async read(id, aws) {
    const answer = await unless(notFound, aws.ec2.describeInternetGateways({ InternetGatewayIds: [id] }));
    const live = answer?.InternetGateways?.[0];
    return (
      live && {
        arn: await aws.arn("ec2", `internet-gateway/${id}`),
        ownerId: live.OwnerId,
        tags: tagMap(live.Tags),
        vpcId: live.Attachments?.[0]?.VpcId,
      }
    );
  },

  tagging,

  async delete(InternetGatewayId, { ec2 }, { vpcId }) {
    if (vpcId) await unless(notFound, ec2.detachInternetGateway({ InternetGatewayId, VpcId: vpcId }));
    await unless(notFound, ec2.deleteInternetGateway({ InternetGatewayId }));
  },
});
