import type * as sdk from "@aws-sdk/client-scheduler";
import type { Schedule as ScheduleResource, ScheduleArgs } from "@pulumi/aws/scheduler/schedule";
import type { ScheduleGroup as GroupResource, ScheduleGroupArgs } from "@pulumi/aws/scheduler/scheduleGroup";
import { isCode, unless } from "../frame/errors";
import { optional, withRule } from "../frame/properties";
import { type Inputs, resourceType, tags } from "../frame/resourceType";
import { retryWhile, until } from "../frame/retry";
import { fromAws, tagList, tagMap, timestamp, toAws } from "../frame/shapes";

const notFound = ["ResourceNotFoundException"];
const name = {
  property: "name" as const,
  prefixProperty: "namePrefix",
  maxLength: 64,
  pattern: /^[\w.-]+$/,
  allowed: "letters, digits and _ - .",
};
const targetNames = {
  eventbridgeParameters: "EventBridgeParameters",
  sagemakerPipelineParameters: "SageMakerPipelineParameters",
};

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html */
export const Schedule = resourceType<ScheduleArgs, ScheduleResource>({
  token: "aws:scheduler/schedule:Schedule",
  name,
  identity: ["groupName", "name"],
  properties: {
    ...withRule({ required: true }, "flexibleTimeWindow", "scheduleExpression", "target"),
    ...withRule({ replace: true }, "name", "namePrefix"),
    ...optional("description", "endDate", "kmsKeyArn", "startDate"),
    actionAfterCompletion: { computed: true },
    groupName: { computed: true, replace: true },
    scheduleExpressionTimezone: { default: "UTC" },
    state: { default: "ENABLED" },
  },
  outputs: { arn: "stable" },
  notEmulated: ({ flexibleTimeWindow, target }) => [
    ...(target?.retryPolicy || target?.deadLetterConfig ? ["target: a call that fails is lost, with no retry"] : []),
    ...(flexibleTimeWindow?.mode === "FLEXIBLE" ? ["flexibleTimeWindow: it starts at the window's begin"] : []),
  ],

  async create(props, { scheduler }) {
    await retryWhile(isRoleTooNew, 30, () => scheduler.createSchedule(request(props)));
    return `${props.groupName ?? "default"}/${props.name}`;
  },

  async read(id, { scheduler }) {
    const call = scheduler.getSchedule({ GroupName: id.split("/")[0], Name: id.split("/")[1] });
    const live = await unless(notFound, call);
    if (!live) return undefined;
    return {
      arn: live.Arn,
      actionAfterCompletion: live.ActionAfterCompletion,
      description: live.Description || undefined,
      endDate: timestamp(live.EndDate),
      flexibleTimeWindow: fromAws(live.FlexibleTimeWindow),
      groupName: live.GroupName,
      kmsKeyArn: live.KmsKeyArn || undefined,
      name: live.Name,
      scheduleExpression: live.ScheduleExpression,
      scheduleExpressionTimezone: live.ScheduleExpressionTimezone,
      startDate: timestamp(live.StartDate),
      state: live.State,
      target: fromAws(live.Target, targetNames),
    };
  },

  async update(_id, props, old, { scheduler }) {
    await retryWhile(isRoleTooNew, 30, () =>
      scheduler.updateSchedule(request({ ...props, groupName: props.groupName ?? old.groupName })),
    );
  },

  async delete(id, { scheduler }) {
    const call = scheduler.deleteSchedule({ GroupName: id.split("/")[0], Name: id.split("/")[1] });
    await unless(notFound, call);
  },
});

/** IAM spreads a new role in seconds; Scheduler refuses it until then. */
function isRoleTooNew(error: Error): boolean {
  return (
    isCode(error, "ValidationException") && error.message.includes("must allow AWS EventBridge Scheduler to assume")
  );
}

function request(props: Inputs<ScheduleArgs>): sdk.CreateScheduleInput {
  const date = (text: string | undefined) => (text === undefined ? undefined : new Date(text));
  return {
    Name: props.name,
    GroupName: props.groupName,
    ActionAfterCompletion: props.actionAfterCompletion as sdk.ActionAfterCompletion,
    Description: props.description,
    EndDate: date(props.endDate),
    FlexibleTimeWindow: toAws(props.flexibleTimeWindow),
    KmsKeyArn: props.kmsKeyArn,
    ScheduleExpression: props.scheduleExpression,
    ScheduleExpressionTimezone: props.scheduleExpressionTimezone,
    StartDate: date(props.startDate),
    State: props.state as sdk.ScheduleState,
    Target: toAws(props.target, targetNames),
  };
}

export const ScheduleGroup = resourceType<ScheduleGroupArgs, GroupResource>({
  token: "aws:scheduler/scheduleGroup:ScheduleGroup",
  name,
  properties: { name: { replace: true }, namePrefix: { replace: true }, tags },
  outputs: { arn: "stable", creationDate: "stable", lastModificationDate: "changes", state: "stable" },

  async create(props, { scheduler }) {
    await scheduler.createScheduleGroup({ Name: props.name, Tags: tagList(props.tags) });
    return props.name!;
  },

  async read(name, { scheduler }) {
    const live = await unless(notFound, scheduler.getScheduleGroup({ Name: name }));
    if (!live || live.State === "DELETING") return undefined;
    const { Tags } = await scheduler.listTagsForResource({ ResourceArn: live.Arn });
    return {
      name,
      tags: tagMap(Tags),
      arn: live.Arn,
      creationDate: timestamp(live.CreationDate),
      lastModificationDate: timestamp(live.LastModificationDate),
      state: live.State,
    };
  },

  tagging: {
    remove: (_name, TagKeys, { scheduler }, { arn }) => scheduler.untagResource({ ResourceArn: arn, TagKeys }),
    add: (_name, tags, { scheduler }, { arn }) => scheduler.tagResource({ ResourceArn: arn, Tags: tagList(tags) }),
  },

  /** Waits until the group and its schedules are deleted. */
  async delete(name, { scheduler }) {
    if (!(await unless(notFound, scheduler.deleteScheduleGroup({ Name: name })))) return;
    await until(`schedule group ${name} is gone`, 120, async () =>
      (await unless(notFound, scheduler.getScheduleGroup({ Name: name }))) ? undefined : true,
    );
  },
});
