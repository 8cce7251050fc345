import { type Row, type TypeRows } from "../../schema";
import { api } from "../pages";
import { type Given } from "../given";
import { sameRegion, together } from "../together";

const base = { minSize: 1, maxSize: 4, vpcZoneIdentifiers: ["subnet-1"] };
const template = { launchTemplate: { id: "lt-1", version: "$Latest" } };
const hook = (name = "wait", more: Given = {}) => ({
  name,
  lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
  ...more,
});
const queue = "arn:aws:sqs:eu-west-1:111122223333:hooks";
const role = "arn:aws:iam::111122223333:role/r";
const hookPage = api("autoscaling", "PutLifecycleHook");

const initial: readonly Row[] = [
  together(
    "a group has up to 5 initial hooks, of different names",
    { properties: { initialLifecycleHooks: { maxItems: 5, uniqueKeys: ["name"] } }, source: hookPage },
    { ...base, ...template },
    { initialLifecycleHooks: [hook()] },
    { initialLifecycleHooks: [hook(), hook("wait", { heartbeatTimeout: 60 })] },
  ),
  {
    at: "initialLifecycleHooks[].heartbeatTimeout",
    minimum: 30,
    maximum: 7_200,
    source: hookPage,
    good: 30,
    bad: 29,
  },
  {
    at: "initialLifecycleHooks[].defaultResult",
    enum: ["CONTINUE", "ABANDON"],
    source: hookPage,
    good: "ABANDON",
    bad: "STOP",
  },
  {
    at: "initialLifecycleHooks[].lifecycleTransition",
    enum: ["autoscaling:EC2_INSTANCE_LAUNCHING", "autoscaling:EC2_INSTANCE_TERMINATING"],
    source: hookPage,
    good: "autoscaling:EC2_INSTANCE_LAUNCHING",
    bad: "autoscaling:EC2_INSTANCE_STOPPING",
  },
  {
    at: "initialLifecycleHooks[]",
    fact: "a role is for whom the hook tells",
    dependentRequired: { roleArn: ["notificationTargetArn"] },
    source: hookPage,
    good: hook("wait", { roleArn: role, notificationTargetArn: queue }),
    bad: hook("wait", { roleArn: role }),
  },
];

/** What groups of instances tell. */
export const scalingHooks: readonly TypeRows[] = [
  { type: "aws:autoscaling/group:Group", source: api("autoscaling", "CreateAutoScalingGroup"), rows: initial },
  {
    type: "aws:autoscaling/lifecycleHook:LifecycleHook",
    source: hookPage,
    rows: [
      {
        ...sameRegion(
          "notificationTargetArn",
          "a hook tells a queue, topic or function of its Region, by its ARN",
          queue,
        ),
        pattern: "^arn:",
        not: { pattern: "\\.fifo$" },
      },
      together(
        "a function is told without a role",
        {
          if: { required: ["notificationTargetArn"], properties: { notificationTargetArn: { pattern: ":lambda:" } } },
          then: { excluded: ["roleArn"] },
        },
        {
          name: "wait",
          autoscalingGroupName: "web",
          lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
          notificationTargetArn: "arn:aws:lambda:eu-west-1:111122223333:function:f",
        },
        {},
        { roleArn: role },
      ),
      together(
        "a queue or topic is told with a role",
        {
          if: {
            required: ["notificationTargetArn"],
            properties: { notificationTargetArn: { pattern: ":(sqs|sns):" } },
          },
          then: { required: ["roleArn"] },
        },
        { name: "wait", autoscalingGroupName: "web", lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING" },
        { notificationTargetArn: queue, roleArn: role },
        { notificationTargetArn: queue },
      ),
    ],
  },
  {
    type: "aws:autoscaling/notification:Notification",
    source: api("autoscaling", "PutNotificationConfiguration"),
    rows: [
      sameRegion("topicArn", "a topic is of the group's Region", "arn:aws:sns:eu-west-1:111122223333:t"),
      {
        at: "notifications[]",
        enum: [
          "autoscaling:EC2_INSTANCE_LAUNCH",
          "autoscaling:EC2_INSTANCE_LAUNCH_ERROR",
          "autoscaling:EC2_INSTANCE_TERMINATE",
          "autoscaling:EC2_INSTANCE_TERMINATE_ERROR",
          "autoscaling:TEST_NOTIFICATION",
        ],
        good: "autoscaling:EC2_INSTANCE_LAUNCH",
        bad: "autoscaling:EC2_INSTANCE_STOP",
      },
    ],
  },
];
