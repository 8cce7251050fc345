import type * as sdk from "@aws-sdk/client-eventbridge";
import type { EventRule as RuleResource, EventRuleArgs } from "@pulumi/aws/cloudwatch/eventRule";
import { unless } from "../../frame/errors";
import { optional, withRule } from "../../frame/properties";
import { type Inputs, resourceType, tags } from "../../frame/resourceType";
import { tagList, tagMap } from "../../frame/shapes";
import { busAndRest, notFound, onBus } from "./bus";

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
    ...withRule({ replace: true }, "name", "namePrefix"),
    ...optional("description", "isEnabled", "roleArn", "scheduleExpression"),
    eventBusName: { default: "default", replace: true },
    eventPattern: { document: "json" },
    forceDestroy: { default: false },
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

  async update(_id, props, _old, { events }) {
    await events.putRule(rule(props));
  },

  tagging: {
    remove: (_id, TagKeys, { events }, { arn }) => events.untagResource({ ResourceARN: arn, TagKeys }),
    add: (_id, tags, { events }, { arn }) => events.tagResource({ ResourceARN: arn, Tags: tagList(tags) }),
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
