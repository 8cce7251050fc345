import { type Schema, type TypeRows } from "../../schema";
import { at, bars, needs } from "../given";
import { providerFile } from "../pages";
import { together } from "../together";

const arn = (name: string) =>
  `arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/${name}/0123456789abcdef`;
const forward: Schema = { memberOf: [["forward.targetGroups[].arn", "targetGroupArn"]] };
const logDelivery = (path: string) => `logDelivery.replicatorLogDelivery.${path}`;

/** Conditions on what delivers and balances that the AWS provider's own code has. */
export const providerDeliveries: readonly TypeRows[] = [
  ...(
    [
      ["aws:lb/listener:Listener", "defaultActions[]"],
      ["aws:alb/listener:Listener", "defaultActions[]"],
      ["aws:lb/listenerRule:ListenerRule", "actions[]"],
      ["aws:alb/listenerRule:ListenerRule", "actions[]"],
    ] as const
  ).map(([type, path]): TypeRows => ({
    type,
    source: providerFile("elbv2/listener"),
    rows: [
      at(
        path,
        "the group beside forward is the one that forward has",
        forward,
        { type: "forward", targetGroupArn: arn("a"), forward: { targetGroups: [{ arn: arn("a") }] } },
        { type: "forward", targetGroupArn: arn("a"), forward: { targetGroups: [{ arn: arn("b") }] } },
      ),
    ],
  })),
  ...["aws:lb/targetGroup:TargetGroup", "aws:alb/targetGroup:TargetGroup"].map((type): TypeRows => ({
    type,
    source: providerFile("elbv2/target_group"),
    rows: [
      together(
        "the health of a function is not checked by TCP",
        { when: { targetType: "lambda" }, properties: { "healthCheck.protocol": { not: { const: "TCP" } } } },
        { name: "orders", targetType: "lambda" },
        { healthCheck: { enabled: true } },
        { healthCheck: { protocol: "TCP" } },
      ),
    ],
  })),
  {
    type: "aws:ecr/repository:Repository",
    source: providerFile("ecr/repository"),
    rows: [
      at(
        "imageTagMutabilityExclusionFilters[].filter",
        "a filter has at most 2 wildcards",
        { pattern: "^[^*]*(\\*[^*]*){0,2}$" },
        "release-*",
        "a*b*c*",
      ),
    ],
  },
  {
    type: "aws:datasync/agent:Agent",
    source: providerFile("datasync/agent"),
    rows: [
      together(
        "an agent is activated by its key or at its address",
        { requiredOr: ["activationKey", "ipAddress"] },
        { name: "orders" },
        { ipAddress: "10.0.0.1" },
        {},
      ),
    ],
  },
  {
    type: "aws:msk/replicator:Replicator",
    source: providerFile("kafka/replicator"),
    rows: (
      [
        ["cloudwatchLogs", "logGroup"],
        ["firehose", "deliveryStream"],
        ["s3", "bucket"],
        ["s3", "prefix"],
      ] as const
    ).map(([place, argument]) =>
      bars(
        `logs of ${place} that are off have no ${argument}`,
        { [logDelivery(`${place}.enabled`)]: false },
        { [logDelivery(`${place}.${argument}`)]: "orders" },
      ),
    ),
  },
  {
    type: "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
    source: providerFile("logs/delivery_destination"),
    rows: [
      bars(
        "a destination of X-Ray has no configuration",
        { deliveryDestinationType: "XRAY" },
        { "deliveryDestinationConfiguration.destinationResourceArn": "arn:aws:s3:::orders" },
        { excluded: ["deliveryDestinationConfiguration"] },
      ),
      needs(
        "a destination of S3, of CloudWatch Logs or of Firehose has a configuration",
        { deliveryDestinationType: ["S3", "CWL", "FH"] },
        { "deliveryDestinationConfiguration.destinationResourceArn": "arn:aws:s3:::orders" },
        { required: ["deliveryDestinationConfiguration"] },
      ),
    ],
  },
];
