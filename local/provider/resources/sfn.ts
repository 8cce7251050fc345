import type * as sdk from "@aws-sdk/client-sfn";
import type { Alias as AliasResource, AliasArgs } from "@pulumi/aws/sfn/alias";
import type { StateMachine as StateMachineResource, StateMachineArgs } from "@pulumi/aws/sfn/stateMachine";
import { unless } from "../frame/errors";
import { wordCharacters } from "../frame/names";
import { stable } from "../frame/properties";
import { type Inputs, resourceType, tags } from "../frame/resourceType";
import { timestamp } from "../frame/shapes";

const notFound = ["StateMachineDoesNotExist", "ResourceNotFound"];

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html */
export const StateMachine = resourceType<StateMachineArgs, StateMachineResource>({
  token: "aws:sfn/stateMachine:StateMachine",
  name: {
    property: "name",
    prefixProperty: "namePrefix",
    maxLength: 80,
    ...wordCharacters,
  },
  properties: {
    definition: { required: true, document: "json" },
    encryptionConfiguration: { computed: true, idle: "definitions are not encrypted" },
    loggingConfiguration: { computed: true, idle: "no log is written" },
    name: { replace: true },
    namePrefix: { replace: true },
    publish: { default: false },
    roleArn: { required: true },
    tags,
    tracingConfiguration: { computed: true, idle: "no trace is recorded" },
    type: { default: "STANDARD", replace: true },
  },
  outputs: {
    ...stable("arn", "creationDate", "description", "status", "versionDescription"),
    revisionId: "changes",
    stateMachineVersionArn: "changes",
  },

  async create(props, { sfn }) {
    const { stateMachineArn } = await sfn.createStateMachine({
      ...request(props),
      name: props.name!,
      type: props.type as sdk.StateMachineType,
      tags: toTagList(props.tags),
    } as sdk.CreateStateMachineInput);
    return stateMachineArn!;
  },

  async read(stateMachineArn, { sfn }) {
    const live = await unless(notFound, sfn.describeStateMachine({ stateMachineArn }));
    if (!live) return undefined;
    const { tags: list = [] } = await sfn.listTagsForResource({ resourceArn: stateMachineArn });
    const { stateMachineVersions: [newest] = [] } = await sfn.listStateMachineVersions({ stateMachineArn });
    return {
      arn: live.stateMachineArn,
      creationDate: timestamp(live.creationDate),
      definition: live.definition,
      description: live.description,
      encryptionConfiguration: live.encryptionConfiguration,
      name: live.name,
      revisionId: live.revisionId,
      roleArn: live.roleArn,
      stateMachineVersionArn: newest?.stateMachineVersionArn,
      status: live.status,
      tags: Object.fromEntries(list.map(({ key = "", value = "" }) => [key, value])),
      type: live.type,
    };
  },

  async update(stateMachineArn, props, _old, { sfn }) {
    await sfn.updateStateMachine({ ...request(props), stateMachineArn } as sdk.UpdateStateMachineInput);
  },

  tagging: {
    remove: (resourceArn, tagKeys, { sfn }) => sfn.untagResource({ resourceArn, tagKeys }),
    add: (resourceArn, tags, { sfn }) => sfn.tagResource({ resourceArn, tags: toTagList(tags) }),
  },

  async delete(stateMachineArn, { sfn }) {
    await unless(notFound, sfn.deleteStateMachine({ stateMachineArn }));
  },
});

/** The common part of creating and updating a state machine. */
function request(props: Inputs<StateMachineArgs>) {
  const { loggingConfiguration: log, encryptionConfiguration } = props;
  return {
    definition: props.definition,
    roleArn: props.roleArn,
    publish: props.publish,
    encryptionConfiguration,
    loggingConfiguration: log && {
      level: log.level as sdk.LogLevel,
      includeExecutionData: log.includeExecutionData,
      destinations: log.logDestination ? [{ cloudWatchLogsLogGroup: { logGroupArn: log.logDestination } }] : [],
    },
    tracingConfiguration: props.tracingConfiguration,
  };
}

const toTagList = (tags: Record<string, string> | undefined): sdk.Tag[] =>
  Object.entries(tags ?? {}).map(([key, value]) => ({ key, value }));

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachineAlias.html */
export const Alias = resourceType<AliasArgs, AliasResource>({
  token: "aws:sfn/alias:Alias",
  name: { property: "name", maxLength: 80, pattern: /^(?!\d+$)[\w-]+$/, allowed: "letters, digits and _ -" },
  identity: ["name", "routingConfigurations"],
  properties: { description: {}, name: { replace: true }, routingConfigurations: { required: true } },
  outputs: { arn: "stable", creationDate: "stable" },

  async create({ name, description, routingConfigurations }, { sfn }) {
    const { stateMachineAliasArn } = await sfn.createStateMachineAlias({
      name,
      description,
      routingConfiguration: routingConfigurations,
    });
    return stateMachineAliasArn!;
  },

  async read(stateMachineAliasArn, { sfn }) {
    const live = await unless(notFound, sfn.describeStateMachineAlias({ stateMachineAliasArn }));
    if (!live) return undefined;
    return {
      arn: live.stateMachineAliasArn,
      creationDate: timestamp(live.creationDate),
      description: live.description || undefined,
      name: live.name,
      routingConfigurations: live.routingConfiguration?.map(({ stateMachineVersionArn, weight }) => ({
        stateMachineVersionArn: stateMachineVersionArn!,
        weight: weight!,
      })),
    };
  },

  async update(stateMachineAliasArn, { description, routingConfigurations }, _old, { sfn }) {
    await sfn.updateStateMachineAlias({
      stateMachineAliasArn,
      description,
      routingConfiguration: routingConfigurations,
    });
  },

  async delete(stateMachineAliasArn, { sfn }) {
    await unless(notFound, sfn.deleteStateMachineAlias({ stateMachineAliasArn }));
  },
});
