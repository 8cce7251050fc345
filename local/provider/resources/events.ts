import type * as sdk from "@aws-sdk/client-eventbridge";
import { createHash } from "node:crypto";
import type { EventRule as RuleResource, EventRuleArgs } from "@pulumi/aws/cloudwatch/eventRule";
import type { EventTarget as TargetResource, EventTargetArgs } from "@pulumi/aws/cloudwatch/eventTarget";
import { unless } from "../errors";
import { type Inputs, resourceType, tags } from "../resourceType";
import { fromAws, removedTags, tagList, tagMap, toAws } from "../shapes";

const notFound = ["ResourceNotFoundException"];

/** An id names the bus where it is not the default one: `bus/rule`. */
function busAndRest(id: string): [bus: string, rest: string] {
  const at = id.indexOf("/");
  return at < 0 ? ["default", id] : [id.slice(0, at), id.slice(at + 1)];
}

const onBus = (bus: string | undefined, rest: string) => (!bus || bus === "default" ? rest : `${bus}/${rest}`);

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html */
export const EventRule = resourceType<EventRuleArgs, RuleResource>({
  token: "aws:cloudwatch/eventRule:EventRule",
  name: {
    property: "name",
    prefixProperty: "namePrefix",
    maxLength: 64,
    pattern: /^[\w.-]+$/,
    allowed: "letters, digits and _ - .",
  },
  identity: ["eventBusName", "name"],
  properties: {
    description: {},
    eventBusName: { default: "default", replace: true },
    eventPattern: { document: "json" },
    forceDestroy: { default: false },
    isEnabled: { writeOnly: true },
    name: { replace: true },
    namePrefix: { replace: true },
    roleArn: {},
    scheduleExpression: {},
    state: { computed: true },
    tags,
  },
  outputs: { arn: "stable" },

  async create(props, { events }) {
    await events.putRule({ ...rule(props), Tags: tagList(props.tags) });
    return onBus(props.eventBusName, props.name!);
  },

  async read(id, { events }) {
    const [EventBusName, Name] = busAndRest(id);
    const live = await unless(notFound, events.describeRule({ EventBusName, Name }));
    if (!live) return undefined;
    const { Tags } = await events.listTagsForResource({ ResourceARN: live.Arn });
    return {
      arn: live.Arn,
      description: live.Description || undefined,
      eventBusName: EventBusName,
      eventPattern: live.EventPattern || undefined,
      name: live.Name,
      roleArn: live.RoleArn || undefined,
      scheduleExpression: live.ScheduleExpression || undefined,
      state: live.State,
      tags: tagMap(Tags),
    };
  },

  async update(_id, props, old, { events }) {
    await events.putRule(rule(props));
    const TagKeys = removedTags(old.tags, props.tags);
    if (TagKeys.length) await events.untagResource({ ResourceARN: old.arn, TagKeys });
    if (props.tags) await events.tagResource({ ResourceARN: old.arn, Tags: tagList(props.tags) });
  },

  async delete(id, { events }, { forceDestroy }) {
    const [EventBusName, Name] = busAndRest(id);
    if (forceDestroy) {
      const { Targets = [] } = (await unless(notFound, events.listTargetsByRule({ EventBusName, Rule: Name }))) ?? {};
      const Ids = Targets.map((target) => target.Id!);
      if (Ids.length) await events.removeTargets({ EventBusName, Rule: Name, Ids });
    }
    await unless(notFound, events.deleteRule({ EventBusName, Name }));
  },
});

function rule(props: Inputs<EventRuleArgs>): sdk.PutRuleRequest {
  return {
    Name: props.name,
    Description: props.description,
    EventBusName: props.eventBusName,
    EventPattern: props.eventPattern,
    RoleArn: props.roleArn,
    ScheduleExpression: props.scheduleExpression,
    State: (props.state ?? (props.isEnabled === false ? "DISABLED" : "ENABLED")) as sdk.RuleState,
  };
}

const shapes = {
  appsyncTarget: "AppSyncParameters",
  batchTarget: "BatchParameters",
  deadLetterConfig: "DeadLetterConfig",
  ecsTarget: "EcsParameters",
  httpTarget: "HttpParameters",
  kinesisTarget: "KinesisParameters",
  redshiftTarget: "RedshiftDataParameters",
  retryPolicy: "RetryPolicy",
  sagemakerPipelineTarget: "SageMakerPipelineParameters",
  sqsTarget: "SqsParameters",
} as const satisfies Partial<Record<keyof EventTargetArgs, keyof sdk.Target>>;
const elsewhere = { lacks: "the emulator has no such target" };

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html */
export const EventTarget = resourceType<EventTargetArgs, TargetResource>({
  token: "aws:cloudwatch/eventTarget:EventTarget",
  identity: ["eventBusName", "rule", "targetId"],
  properties: {
    appsyncTarget: elsewhere,
    arn: { required: true },
    batchTarget: elsewhere,
    deadLetterConfig: { idle: "an event that cannot be delivered is lost" },
    ecsTarget: { idle: "no task is started" },
    eventBusName: { default: "default", replace: true },
    forceDestroy: { default: false },
    httpTarget: {},
    input: { document: "json" },
    inputPath: {},
    inputTransformer: {},
    kinesisTarget: { idle: "no record is written" },
    redshiftTarget: elsewhere,
    retryPolicy: { idle: "a delivery that fails is not retried" },
    roleArn: {},
    rule: { required: true, replace: true },
    runCommandTargets: elsewhere,
    sagemakerPipelineTarget: elsewhere,
    sqsTarget: {},
    targetId: { computed: true, replace: true },
  },
  outputs: {},
  fromImportId: (id) => {
    const parts = id.split("/");
    const [targetId, rule, eventBusName = "default"] = [parts.pop(), parts.pop(), parts.pop()];
    return { id: `${onBus(eventBusName, `${rule}-${targetId}`)}`, known: { eventBusName, rule, targetId } };
  },

  async create(props, { events }) {
    const targetId = props.targetId ?? generatedTargetId(props);
    await put(props, targetId, events);
    return onBus(props.eventBusName, `${props.rule}-${targetId}`);
  },

  async read(_id, { events }, known) {
    const { eventBusName, rule: ruleName } = known;
    const targetId = known.targetId ?? generatedTargetId(known);
    const call = events.listTargetsByRule({ EventBusName: eventBusName, Rule: ruleName });
    const live = (await unless(notFound, call))?.Targets?.find(({ Id }) => Id === targetId);
    if (!live) return undefined;
    const parts = Object.entries(shapes).map(([key, shape]) => [key, fromAws(live[shape])]);
    return {
      ...(Object.fromEntries(parts) as object),
      eventBusName,
      rule: ruleName,
      targetId,
      arn: live.Arn,
      input: live.Input,
      inputPath: live.InputPath,
      inputTransformer: live.InputTransformer && {
        inputPaths: live.InputTransformer.InputPathsMap,
        inputTemplate: live.InputTransformer.InputTemplate!,
      },
      roleArn: live.RoleArn || undefined,
    };
  },

  async update(_id, props, old, { events }) {
    await put(props, props.targetId ?? old.targetId!, events);
  },

  async delete(_id, { events }, { eventBusName, rule: ruleName, targetId }) {
    const call = events.removeTargets({ EventBusName: eventBusName, Rule: ruleName, Ids: [targetId!], Force: true });
    await unless(notFound, call);
  },
});

/** The id of a target that has none: the same for the same rule and destination. */
function generatedTargetId({ rule: ruleName, arn }: { rule?: string; arn?: string }): string {
  return `target-${createHash("sha256").update(`${ruleName} ${arn}`).digest("hex").slice(0, 26)}`;
}

async function put(props: Inputs<EventTargetArgs>, Id: string, events: sdk.EventBridge): Promise<void> {
  const { inputTransformer } = props;
  const given = Object.entries(shapes) as [keyof typeof shapes, keyof sdk.Target][];
  const { FailedEntries = [] } = await events.putTargets({
    EventBusName: props.eventBusName,
    Rule: props.rule,
    Targets: [
      {
        ...(Object.fromEntries(given.map(([key, shape]) => [shape, toAws(props[key])])) as object),
        Id,
        Arn: props.arn,
        Input: props.input,
        InputPath: props.inputPath,
        InputTransformer: inputTransformer && {
          InputPathsMap: inputTransformer.inputPaths,
          InputTemplate: inputTransformer.inputTemplate,
        },
        RoleArn: props.roleArn,
      },
    ],
  });
  const [failed] = FailedEntries;
  if (failed) throw new Error(`PutTargets failed: ${failed.ErrorCode}: ${failed.ErrorMessage}`);
}
