import type { Policy as PolicyResource, PolicyArgs } from "@pulumi/aws/appautoscaling/policy";
import type { Target as TargetResource, TargetArgs } from "@pulumi/aws/appautoscaling/target";
import { declaredOnly } from "../frame/declaredOnly";
import { optional, withRule } from "../frame/properties";
import { tags } from "../frame/resourceType";

const reason = "the emulator has no autoscaling, and throttles nothing";

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html */
export const Target = declaredOnly<TargetArgs, TargetResource>({
  token: "aws:appautoscaling/target:Target",
  identity: ["serviceNamespace", "resourceId", "scalableDimension"],
  properties: {
    ...withRule({ required: true }, "maxCapacity", "minCapacity"),
    ...withRule({ required: true, replace: true }, "resourceId", "scalableDimension", "serviceNamespace"),
    ...withRule({ computed: true }, "roleArn", "suspendedState"),
    tags,
  },
  outputs: { arn: "stable" },
  reason,
  id: ({ resourceId }) => resourceId,
  computedOutputs: async (id, _known, aws) => ({
    arn: await aws.arn("application-autoscaling", `scalable-target/${id}`),
  }),
});

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html */
export const Policy = declaredOnly<PolicyArgs, PolicyResource>({
  token: "aws:appautoscaling/policy:Policy",
  name: { property: "name", maxLength: 255, pattern: /^[ -~]+$/, allowed: "printable characters" },
  identity: ["serviceNamespace", "resourceId", "scalableDimension", "name"],
  properties: {
    ...withRule({ required: true, replace: true }, "resourceId", "scalableDimension", "serviceNamespace"),
    ...optional("predictiveScalingPolicyConfiguration", "stepScalingPolicyConfiguration"),
    ...optional("targetTrackingScalingPolicyConfiguration"),
    name: { replace: true },
    policyType: { default: "StepScaling" },
  },
  outputs: { alarmArns: "changes", arn: "stable" },
  reason,
  id: ({ name }) => name!,
  computedOutputs: async (id, _known, aws) => ({
    arn: await aws.arn("autoscaling", `scalingPolicy/${id}`),
    alarmArns: [],
  }),
});
