import type * as pulumiAws from "@pulumi/aws/rds/eventSubscription";
import { unless } from "../../frame/errors";
import { withRule } from "../../frame/properties";
import { type Inputs, resourceType, tags } from "../../frame/resourceType";
import { tagList } from "../../frame/shapes";
import { tagging } from "./shared";

const notFound = ["SubscriptionNotFoundFault", "SubscriptionNotFound"];

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateEventSubscription.html */
export const EventSubscription = resourceType<pulumiAws.EventSubscriptionArgs, pulumiAws.EventSubscription>({
  token: "aws:rds/eventSubscription:EventSubscription",
  name: {
    property: "name",
    prefixProperty: "namePrefix",
    maxLength: 255,
    pattern: /^[0-9a-z-]+$/i,
    allowed: "letters, digits and hyphens",
  },
  properties: {
    ...withRule({ unordered: true }, "eventCategories", "sourceIds"),
    ...withRule({ replace: true }, "name", "namePrefix"),
    enabled: { default: true },
    snsTopic: { required: true },
    sourceType: {},
    tags,
  },
  outputs: { arn: "stable", customerAwsId: "stable" },

  async create(props, { rds }) {
    await rds.createEventSubscription({
      ...changeable(props),
      SubscriptionName: props.name,
      SnsTopicArn: props.snsTopic,
      SourceIds: props.sourceIds,
      Tags: tagList(props.tags),
    });
    return props.name!;
  },

  async read(SubscriptionName, { rds }) {
    const found = await unless(notFound, rds.describeEventSubscriptions({ SubscriptionName }));
    const live = found?.EventSubscriptionsList?.[0];
    return (
      live && {
        arn: live.EventSubscriptionArn,
        customerAwsId: live.CustomerAwsId,
        enabled: live.Enabled,
        eventCategories: live.EventCategoriesList?.length ? live.EventCategoriesList : undefined,
        name: live.CustSubscriptionId,
        snsTopic: live.SnsTopicArn,
        sourceIds: live.SourceIdsList?.length ? live.SourceIdsList : undefined,
        sourceType: live.SourceType,
      }
    );
  },

  async update(SubscriptionName, props, old, { rds }) {
    const [before, after] = [old.sourceIds ?? [], props.sourceIds ?? []];
    await rds.modifyEventSubscription({ ...changeable(props), SubscriptionName });
    for (const SourceIdentifier of after.filter((id) => !before.includes(id)))
      await rds.addSourceIdentifierToSubscription({ SubscriptionName, SourceIdentifier });
    for (const SourceIdentifier of before.filter((id) => !after.includes(id)))
      await rds.removeSourceIdentifierFromSubscription({ SubscriptionName, SourceIdentifier });
  },

  async delete(SubscriptionName, { rds }) {
    await unless(notFound, rds.deleteEventSubscription({ SubscriptionName }));
  },

  tagging,
});

const changeable = (props: Inputs<pulumiAws.EventSubscriptionArgs>) => ({
  SnsTopicArn: props.snsTopic,
  SourceType: props.sourceType,
  EventCategories: props.eventCategories,
  Enabled: props.enabled,
});
