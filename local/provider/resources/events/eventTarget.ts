import { createHash } from "node:crypto";
import type * as sdk from "@aws-sdk/client-eventbridge";
import type { EventTarget as TargetResource, EventTargetArgs } from "@pulumi/aws/cloudwatch/eventTarget";
import { unless } from "../../frame/errors";
import { optional, withRule } from "../../frame/properties";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { fromAws, toAws } from "../../frame/shapes";
import { notFound, onBus } from "./bus";

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

const elsewhere = { notEmulated: "the emulator has no such target" };

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html */
export const EventTarget = resourceType<EventTargetArgs, TargetResource>({
  token: "aws:cloudwatch/eventTarget:EventTarget",
  identity: ["eventBusName", "rule", "targetId"],
  properties: {
    ...optional("httpTarget", "inputPath", "inputTransformer", "roleArn", "sqsTarget"),
    ...withRule(elsewhere, "appsyncTarget", "batchTarget", "redshiftTarget", "runCommandTargets"),
    ...withRule(elsewhere, "sagemakerPipelineTarget"),
    arn: { required: true },
    deadLetterConfig: { idle: "an event that cannot be delivered is lost" },
    ecsTarget: { idle: "no task is started" },
    eventBusName: { default: "default", replace: true },
    forceDestroy: { default: false },
    input: { document: "json" },
    kinesisTarget: { idle: "no record is written" },
    retryPolicy: { idle: "a delivery that fails is not retried" },
    rule: { required: true, replace: true },
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

  async read(id, { events }, { eventBusName, rule: ruleName }) {
    const targetId = id.slice(onBus(eventBusName, `${ruleName}-`).length);
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

/** The generated id of a target: derived from the rule and its destination. */
function generatedTargetId({ rule: ruleName, arn }: Inputs<EventTargetArgs>): string {
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
