import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { findAccountId, serviceRole } from "../core/permissions";
import { type Tags } from "../core/tags";

/**
 * Logs all connections in a network, allowed and refused, to its own log group.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-cwl.html
 */
export function flowLog(
  name: string,
  args: {
    vpcId: pulumi.Input<string>;
    retentionDays: pulumi.Input<number>;
    tags?: Tags;
  },
  opts: pulumi.CustomResourceOptions,
): void {
  const logGroup = new aws.cloudwatch.LogGroup(
    `${name}-flow-logs`,
    { namePrefix: `/aws/vpc/${name}-`, retentionInDays: args.retentionDays, tags: args.tags },
    opts,
  );
  const { role, policies } = serviceRole(
    `${name}-flow-logs`,
    {
      service: "vpc-flow-logs.amazonaws.com",
      trustCondition: { StringEquals: { "aws:SourceAccount": findAccountId(logGroup.arn) } },
      rights: {
        write: [
          {
            Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
            Resource: pulumi.interpolate`${logGroup.arn}:*`,
          },
          { Action: "logs:DescribeLogGroups", Resource: "*" }, // the action supports no resource
        ],
      },
      tags: args.tags,
    },
    opts,
  );
  new aws.ec2.FlowLog(
    `${name}-flow-log`,
    {
      vpcId: args.vpcId,
      trafficType: "ALL",
      logDestination: logGroup.arn,
      iamRoleArn: role.arn,
      tags: args.tags,
    },
    { ...opts, dependsOn: policies },
  );
}
