import type { FlowLog as FlowLogResource, FlowLogArgs } from "@pulumi/aws/ec2/flowLog";
import { withRule } from "../../frame/properties";
import { resourceType, tags } from "../../frame/resourceType";
import { tagMap } from "../../frame/shapes";
import { tagged, tagging } from "./tags";

const networksOnly = { replace: true, notEmulated: "the emulator keeps flow logs of networks only" };

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html */
export const FlowLog = resourceType<FlowLogArgs, FlowLogResource>({
  token: "aws:ec2/flowLog:FlowLog",
  properties: {
    ...withRule({ replace: true, notEmulated: "the emulator delivers nothing" }, "deliverCrossAccountRole"),
    ...withRule({ replace: true, notEmulated: "the emulator delivers nothing" }, "destinationOptions", "iamRoleArn"),
    ...withRule({ replace: true, notEmulated: "the emulator delivers nothing" }, "tagFieldSpecifications"),
    ...withRule(networksOnly, "eniId", "regionalNatGatewayId", "subnetId", "transitGatewayAttachmentId"),
    ...withRule(networksOnly, "transitGatewayId"),
    logDestination: { computed: true, replace: true, idle: "there are no packets to log" },
    logDestinationType: { default: "cloud-watch-logs", replace: true },
    logFormat: { computed: true, replace: true, notEmulated: "the emulator delivers nothing" },
    maxAggregationInterval: { default: 600, replace: true, notEmulated: "the emulator delivers nothing" },
    tags,
    trafficType: { replace: true },
    vpcId: { replace: true },
  },
  outputs: { arn: "stable" },

  async create({ vpcId, trafficType, logDestination, logDestinationType, tags }, { ec2 }) {
    const { FlowLogIds } = await ec2.createFlowLogs({
      ResourceIds: [vpcId!],
      ResourceType: "VPC",
      TrafficType: trafficType === "ACCEPT" || trafficType === "REJECT" ? trafficType : "ALL",
      LogDestinationType: logDestinationType === "s3" ? "s3" : "cloud-watch-logs",
      LogDestination: logDestination,
      TagSpecifications: tagged("vpc-flow-log", tags),
    });
    return FlowLogIds![0]!;
  },

  async read(id, aws) {
    const { FlowLogs } = await aws.ec2.describeFlowLogs({ FlowLogIds: [id] });
    const live = FlowLogs?.[0];
    return (
      live && {
        arn: await aws.arn("ec2", `vpc-flow-log/${id}`),
        logDestination: live.LogDestination,
        logDestinationType: live.LogDestinationType,
        tags: tagMap(live.Tags),
        trafficType: live.TrafficType,
        vpcId: live.ResourceId,
      }
    );
  },

  tagging,

  async delete(id, { ec2 }) {
    await ec2.deleteFlowLogs({ FlowLogIds: [id] });
  },
});
