import type * as sdk from "@aws-sdk/client-application-auto-scaling";
import type { Policy as PolicyResource, PolicyArgs } from "@pulumi/aws/appautoscaling/policy";
import type { Target as TargetResource, TargetArgs } from "@pulumi/aws/appautoscaling/target";
import { unless } from "../frame/errors";
import { optional, withRule } from "../frame/properties";
import { type Inputs, resourceType, tags } from "../frame/resourceType";
import { fromAws, toAws } from "../frame/shapes";

const notFound = ["ObjectNotFoundException"];

/** Of a target or a policy, what it scales. */
const scaled = (props: { serviceNamespace?: string; resourceId?: string; scalableDimension?: string }) => ({
  ServiceNamespace: props.serviceNamespace as sdk.ServiceNamespace,
  ResourceId: props.resourceId,
  ScalableDimension: props.scalableDimension as sdk.ScalableDimension,
});

const tablesOnly = ({ serviceNamespace }: { serviceNamespace: string }): string[] =>
  serviceNamespace === "dynamodb" ? [] : ["is not run: the emulator scales tables and their indexes only"];

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html */
export const Target = resourceType<TargetArgs, TargetResource>({
  token: "aws:appautoscaling/target:Target",
  identity: ["serviceNamespace", "resourceId", "scalableDimension"],
  properties: {
    ...withRule({ required: true }, "maxCapacity", "minCapacity"),
    ...withRule({ required: true, replace: true }, "resourceId", "scalableDimension", "serviceNamespace"),
    ...withRule({ computed: true }, "roleArn", "suspendedState"),
    tags,
  },
  outputs: { arn: "stable" },
  notEmulated: tablesOnly,

  async create(props, { autoscaling }) {
    await autoscaling.registerScalableTarget({ ...registered(props), Tags: props.tags });
    return props.resourceId;
  },

  async read(_id, { autoscaling }, known) {
    const { ResourceId = "", ...asked } = scaled(known);
    const { ScalableTargets } = await autoscaling.describeScalableTargets({ ...asked, ResourceIds: [ResourceId] });
    const live = ScalableTargets?.[0];
    if (!live) return undefined;
    const { Tags } = await autoscaling.listTagsForResource({ ResourceARN: live.ScalableTargetARN });
    return {
      arn: live.ScalableTargetARN,
      maxCapacity: live.MaxCapacity,
      minCapacity: live.MinCapacity,
      resourceId: live.ResourceId,
      roleArn: live.RoleARN,
      scalableDimension: live.ScalableDimension,
      serviceNamespace: live.ServiceNamespace,
      suspendedState: fromAws(live.SuspendedState),
      tags: Tags,
    };
  },

  async update(_id, props, _old, { autoscaling }) {
    await autoscaling.registerScalableTarget(registered(props));
  },

  tagging: {
    remove: (_id, TagKeys, { autoscaling }, { arn }) => autoscaling.untagResource({ ResourceARN: arn, TagKeys }),
    add: (_id, Tags, { autoscaling }, { arn }) => autoscaling.tagResource({ ResourceARN: arn, Tags }),
  },

  async delete(_id, { autoscaling }, known) {
    await unless(notFound, autoscaling.deregisterScalableTarget(scaled(known)));
  },
});

const registered = (props: Inputs<TargetArgs>) => ({
  ...scaled(props),
  MaxCapacity: props.maxCapacity,
  MinCapacity: props.minCapacity,
  RoleARN: props.roleArn,
  SuspendedState: toAws<sdk.SuspendedState | undefined>(props.suspendedState),
});

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html */
export const Policy = resourceType<PolicyArgs, PolicyResource>({
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
  notEmulated: (props) =>
    props.policyType === "TargetTrackingScaling"
      ? tablesOnly(props)
      : ["is not run: the emulator scales by target tracking and by schedules only"],

  async create(props, { autoscaling }) {
    await autoscaling.putScalingPolicy(policy(props));
    return props.name!;
  },

  async read(PolicyName, { autoscaling }, known) {
    const { ScalingPolicies } = await autoscaling.describeScalingPolicies({
      ...scaled(known),
      PolicyNames: [PolicyName],
    });
    const live = ScalingPolicies?.[0];
    return (
      live && {
        alarmArns: (live.Alarms ?? []).map(({ AlarmARN = "" }) => AlarmARN),
        arn: live.PolicyARN,
        name: live.PolicyName,
        policyType: live.PolicyType,
        resourceId: live.ResourceId,
        scalableDimension: live.ScalableDimension,
        serviceNamespace: live.ServiceNamespace,
        ...configurations(known),
      }
    );
  },

  async update(_id, props, _old, { autoscaling }) {
    await autoscaling.putScalingPolicy(policy(props));
  },

  async delete(PolicyName, { autoscaling }, known) {
    await unless(notFound, autoscaling.deleteScalingPolicy({ ...scaled(known), PolicyName }));
  },
});

const configurations = (props: Partial<Inputs<PolicyArgs>>) => ({
  predictiveScalingPolicyConfiguration: props.predictiveScalingPolicyConfiguration,
  stepScalingPolicyConfiguration: props.stepScalingPolicyConfiguration,
  targetTrackingScalingPolicyConfiguration: props.targetTrackingScalingPolicyConfiguration,
});

const policy = (props: Inputs<PolicyArgs>): sdk.PutScalingPolicyCommandInput => ({
  ...scaled(props),
  ...toAws<Partial<sdk.PutScalingPolicyCommandInput>>(configurations(props)),
  PolicyName: props.name,
  PolicyType: props.policyType as sdk.PolicyType,
});
